//! Words of the chance in a round.

catalogue! {
    HEADING: "선정 가능성", "Chance of being selected";
    SENTENCE:
        "{call} 조건에서는 신청 100건 가운데 약 {share}건({low}~{high}건)이 선정되었습니다. 다음 공모의 경쟁이 얼마나 치열할지는 아직 아무도 모릅니다.",
        "Under the conditions of {call}, about {share} of 100 requests were selected ({low} to {high}). How strong the next round's competition is, nobody knows yet.";
    ABOUT:
        "공개된 합계로 계산한 값이며, 심사 결과를 예측하지 않습니다.",
        "Worked out from published sums. It does not predict how a request is judged.";
    OUT_OF_RANGE:
        "{call} 공모는 과제당 {sizes}를 허용했습니다. 아래는 신청한 규모가 알려지지 않은 과제의 값입니다.",
        "{call} allowed {sizes} per project. What follows is for a project of unknown size.";
    OPEN:
        "경쟁에 따른 가능성, 커트라인, 계산 과정 보기",
        "Show the chance by demand, the line, and how it is worked out";
    SCENARIOS: "신청이 얼마나 몰리는지에 따라", "By how many apply";
    SAME: "신청이 같을 때", "As many applications";
    HALF_MORE: "신청이 1.5배일 때", "1.5 times as many";
    QUARTER_LESS: "신청이 0.75배일 때", "0.75 times as many";
    OF_100: "100건 가운데 약 {count}건", "about {count} of 100";
    // No chance is none or all, so both ends are told as limits.
    AT_MOST_1: "100건 가운데 1건 이하", "1 of 100 or fewer";
    AT_LEAST_99: "100건 가운데 99건 이상", "99 of 100 or more";
    SCENARIO_ABOUT:
        "{projects}이 {pool}를 두고 경쟁합니다.",
        "{projects} compete for {pool}.";
    SELECTED: "선정", "Selected";
    NOT_SELECTED: "탈락", "Not selected";
    OUT_OF_100: "신청 100건 가운데", "Of 100 requests";
    APPLICATIONS: "신청 과제", "Projects that apply";
    ICONS_LABEL:
        "{demand}: {share} 선정.",
        "{demand}: {share} selected.";
    TABLE: "신청이 몰리는 정도에 따른 선정 가능성", "Chance of being selected by demand";
    LINE: "커트라인과 이 순위", "The line and this rank";
    LINE_SENTENCE:
        "신청이 같다면 모의 회차 열 번 가운데 여덟 번은 {low}위와 {high}위 사이에서 노드가 모두 나갑니다. 한가운데는 {median}위입니다.",
        "With as many applications, the nodes run out between rank {low} and rank {high} in eight of ten simulated rounds, and at rank {median} in the middle.";
    LINE_NONE:
        "신청이 같다면 대개 모든 과제에 노드가 돌아갑니다.",
        "With as many applications there are mostly enough nodes for all.";
    OWN_RANK: "예상하는 내 순위", "The rank you expect";
    OWN_RANK_HINT:
        "1위부터 {projects}위까지 적어 보세요. 순위를 미리 알 방법은 없습니다.",
        "From 1 to {projects}. Nobody can know it beforehand.";
    OWN_RANK_WRONG: "1에서 {projects} 사이의 자연수를 적어 주세요.", "Enter a whole number from 1 to {projects}.";
    OWN_SENTENCE:
        "{rank}위라면 모의 회차 {share}에서 커트라인 안에 듭니다.",
        "Rank {rank} is above the line in {share} simulated rounds.";
    // Korean counts rounds with 번 and requests with 건, so the same English needs two entries.
    SHARE_OF_ROUNDS: "100번 가운데 약 {count}번", "about {count} of 100";
    SHARE_AT_MOST_1: "100번 가운데 1번 이하", "1 of 100 or fewer";
    SHARE_AT_LEAST_99: "100번 가운데 99번 이상", "99 of 100 or more";
    RANK: "순위", "Rank";
    NODES_UPWARD: "그 순위까지 나간 노드", "Nodes given by that rank";
    LOW: "적을 때 (하위 10%)", "Low (10%)";
    MEDIAN: "가운데", "Median";
    HIGH: "많을 때 (상위 10%)", "High (90%)";
    POOL: "모집 물량 {nodes}", "on offer: {nodes}";
    LINE_ZONE: "커트라인", "the line";
    OWN_MARK: "이 순위 {rank}", "this rank {rank}";
    LINE_TABLE: "순위에 따라 나간 노드", "Nodes given along the ranking";
    UNCHANGED: "가능성을 바꾸지 않는 것", "What does not change it";
    SIZE_UNCHANGED:
        "신청 규모는 거의 영향이 없습니다. {sizes} 가운데 어느 규모든 100건 가운데 {low}~{high}건입니다. 받은 과제의 평균은 {given}대, 신청한 과제의 평균은 {asked}대로, 작은 신청이 더 잘 뽑혔다는 흔적이 없습니다.",
        "Size hardly does: {low} to {high} of 100 for any size of {sizes}. An award had {given} nodes on average and a request {asked}, so nothing says that small requests win more often.";
    UNKNOWN: "알 수 없는 것", "What is unknown";
    ACCELERATOR_UNKNOWN:
        "가속기별 가능성: 합계만 공개되어 {shares} 가운데 어느 것이든 맞을 수 있습니다.",
        "The chance by accelerator: only the sums of all were published, and {shares} all agree with them.";
    ACCELERATOR_SHARE: "{accelerator} {low}~{high}%", "{accelerator} {low} to {high}%";
    CLASS_UNKNOWN:
        "산업계, 학계, 연구계의 몫이 다음 공모에서 정해질지, 정해진다면 얼마일지 알려지지 않았습니다.",
        "Whether the next round sets aside shares for industry, academia and research, and how large, is not known.";
    DEMAND_UNKNOWN:
        "다음 공모의 시기, 물량, 신청 건수는 알려지지 않았습니다.",
        "When the next call opens, with how many nodes, and how many will apply, is not known.";
    LEFT_UNKNOWN:
        "이 회차에서는 {left}가 배정되지 않고 남았고, 까닭은 공개되지 않았습니다. 모의 회차는 물량을 거의 다 쓰므로 조금 높게 나옵니다.",
        "{left} stayed unawarded in that round, and why was not published. Simulated rounds use up nearly all, so they come out a little higher.";
    HELPS: "도움이 되는 것", "What would help";
    HELP_LATER:
        "다음 공모에 다시 신청할 수 있습니다. 일정이 나오면 이 자료에 반영됩니다.",
        "Applying again in a later call. Its dates will be in this file once they are published.";
    HELP_ELSEWHERE: "다른 사업을 함께 살펴보세요.", "Other schemes may serve as well.";
    STEPS: "계산 과정", "How it is worked out";
    STEP_COUNTED: "선정된 비율", "Share selected";
    STEP_COUNTED_IS:
        "선정된 과제를 신청한 과제로 나눕니다. 범위는 95% 윌슨 구간입니다.",
        "Projects selected over projects that applied. The range is the Wilson interval of 95%.";
    STEP_MEAN: "과제당 신청 노드", "Nodes asked per project";
    STEP_MEAN_IS: "신청한 노드를 신청한 과제로 나눕니다.", "Nodes asked for over projects that applied.";
    STEP_SIZES: "신청 규모의 분포", "Distribution of sizes";
    STEP_SIZES_IS:
        "평균과 양 끝만 알 때 다른 것을 더 가정하지 않는 최대 엔트로피 분포입니다. 한 대 더 신청할 확률이 매번 이 비로 줄어듭니다.",
        "The distribution of greatest entropy, which assumes nothing beyond the mean and both ends. Each node more is less likely by this ratio.";
    STEP_ROUND: "모의 회차", "Simulated rounds";
    STEP_ROUND_IS:
        "과제마다 규모를 뽑아 무작위 순위대로 노드를 주고, 들어가지 않는 첫 과제에서 멈춥니다. 시드가 같으면 누구나 같은 결과를 봅니다.",
        "Each project draws a size. In random order they are given nodes until the first that does not fit. With the same seed everybody sees the same.";
    STEP_CHANCE: "이 신청의 가능성", "Chance of this request";
    STEP_CHANCE_IS:
        "앞선 과제들이 이 신청에 필요한 노드를 남긴 순위의 비율을 모든 회차에서 평균합니다.",
        "The share of ranks at which those before leave enough nodes, averaged over all rounds.";
    SEED_IS: "시드 {seed}", "seed {seed}";
    ROUNDS_COUNT: "{count}회", "{count} rounds";
    IN_PROGRESS: "모의 회차를 계산하는 중입니다.", "Simulating rounds.";
}
