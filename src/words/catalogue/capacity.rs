//! Words of the capacity view: blocks, purchases, calls and their results.

catalogue! {
    HEADING: "어떤 자원이 있나요?", "What is there?";
    LEAD:
        "신청하기 전에 몇 대를 언제부터 쓸 수 있는지, 안 된다면 무엇 때문인지 미리 봅니다. 계산은 모두 이 브라우저 안에서 합니다.",
        "See before you apply how many nodes you could have and from when, and if none, why. All of it is computed in this browser.";
    BOUGHT_GPUS: "확보한 GPU(예정 포함)", "GPUs bought, and to come";
    OF_WAVE: "{wave}년 {gpus}장", "{gpus} in {wave}";
    GOVERNMENT_GPUS: "정부 활용 GPU", "GPUs for government use";
    GOVERNMENT_FOR:
        "산업계, 학계, 연구계와 국가 프로젝트가 씁니다",
        "For industry, universities, research and national projects";
    GOVERNMENT_UNKNOWN:
        "산업계, 학계, 연구계와 국가 프로젝트가 씁니다. 나머지 {gpus}장 가운데 몇 장인지는 공개되지 않음",
        "For industry, universities, research and national projects. How many of the other {gpus} is not published";
    TAKEN: "쓰이고 있는 노드", "Nodes taken";
    TAKEN_INFERRED: "배정된 것으로 보는 노드(추정)", "Nodes taken (inferred)";
    TAKEN_OF: "{taken} / {all}대", "{taken} of {all}";
    TAKEN_NOT_KNOWN: "점유 자료가 없는 파일입니다", "The file knows no holds";
    TAKEN_AS_PUBLISHED:
        "{date}까지 공개된 사실로 본 점유",
        "As published facts tell by {date}";
    TAKEN_ON: "{date} 현재", "On {date}";
    UNTIL: "이용이 끝나는 때(추정)", "When uses end (inferred)";
    ABOUT: "{date}쯤", "about {date}";
    UNTIL_ABOUT: "{nodes}: 공모 규칙상 {date}쯤까지", "{nodes}: by about {date}, by the calls' rules";
    WITHOUT_END: "{nodes}: 끝이 공개되지 않음", "{nodes}: end not published";
    COMES: "발표된 GPU", "Announced GPUs";
    COMES_WHEN_UNKNOWN: "{accelerator} {gpus}장", "{accelerator} {gpus}";
    COMES_PART: "{accelerator} {gpus}장: {service}", "{accelerator} {gpus}: {service}";
    TOTAL: "합계", "Total";
    AS_OF: "기준일", "As of";
    AT: "보는 날짜", "Date shown";
    AT_HINT:
        "이 날 0시(한국 시간)의 노드 상태를 보여 줍니다",
        "Shows the nodes at 00:00 on this day in Korea";
    AT_DATE: "{date}의 모습", "on {date}";
    COUNTED:
        "대수만 알려진 점유로 {nodes}가 더 쓰이며, 어느 노드인지는 알 수 없습니다.",
        "Holds known by count take {nodes} more. Which ones is not known.";
    FREE_AT: "{date}에 {nodes}가 비어 있습니다", "{nodes} free on {date}";

    CONTENTS: "이 화면의 부분", "Parts of this view";
    BLOCKS: "노드 블록", "Blocks";
    TIME: "시간에 따라", "Over time";
    BLOCK_SIZES: "노드 블록의 크기", "Sizes of the blocks";
    BLOCKS_CAPTION: "노드 블록의 크기와 출처", "Size and source of each block";
    BLOCK: "노드 블록", "Block";
    MORE: "그 밖의 {blocks}", "{blocks} more";
    PROVIDER: "참여 사업자", "Provider";
    ACCELERATOR: "가속기", "Accelerator";
    NODES: "노드(서버)", "Nodes";
    GPUS: "GPU 수", "GPUs";
    GPUS_PER_NODE: "노드당 GPU 수", "GPUs per node";
    LEAF: "리프", "Leaf";
    LEAF_NUMBER: "리프 {number}", "Leaf {number}";
    UP_TO: "리프당 최대 {nodes}", "up to {nodes} each";
    LEAF_SIZE: "리프당 노드", "Nodes per leaf";
    NODE_NUMBER: "노드 {number}", "Node {number}";
    AVAILABLE_FROM: "쓸 수 있는 날", "Available from";
    NOT_PUBLISHED: "알 수 없음", "Not known";
    ASSUMED: "추정", "assumed";
    ASSUMED_WHY:
        "공개되지 않아 추정한 값입니다",
        "Not published, so this is assumed";
    SOURCES: "출처 목록", "Sources";
    SOURCE: "출처", "Source";
    SOURCE_SURE: "원문에서 확인함", "read in the source";
    SOURCE_THIRD_PARTY: "제3자가 옮긴 자료에서 확인함", "read by a third party";
    SOURCE_INFERRED: "계산하거나 추정함", "worked out or inferred";
    NODE_MAP: "{block} 노드 지도", "Node map of {block}";
    HELD_UNTIL: "{date}까지 점유", "Held until {date}";
    FREE_UNTIL: "{date}까지 비어 있음", "Free until {date}";
    DELIVERED_FROM: "{date}부터 쓸 수 있음", "Usable from {date}";
    FREE_OF: "{all}대 중 {free}대 비어 있음", "{free} of {all} free";
    HELD_OF: "{all}대 중 알려진 점유 {held}대", "{held} of {all} known to be taken";
    HELD_UNTIL_ABOUT: "규칙상 {date}쯤까지({surety})", "By the rules until about {date} ({surety})";
    HELD_WITHOUT_END: "끝이 공개되지 않음({surety})", "End not published ({surety})";
    MAP_HINT:
        "노드를 가리키거나 누르면 누가 언제까지 쓰는지 보입니다",
        "Point at a node, or touch it, to see who has it and until when";
    MAP_KEYS:
        "화살표 키로 노드를 옮겨 다니고, + 와 - 로 키우고 줄이며, 0으로 전체를 봅니다.",
        "Arrow keys go from node to node, + and - enlarge and reduce, 0 shows all.";
    MAP_OF_ALL: "모든 노드 블록의 노드 지도", "Node map of all blocks";
    ENLARGE: "크게", "Enlarge";
    REDUCE: "작게", "Reduce";
    SHOW_ALL: "전체 보기", "Show all";
    NODE_TABLE: "{date}의 노드 상태", "States of the nodes on {date}";

    PURCHASES: "도입했거나 도입할 GPU", "GPUs bought, and to come";
    PURCHASES_CAPTION:
        "참여 사업자와 가속기별로 도입한 GPU와 정부 활용분",
        "GPUs bought and for government use, by provider and accelerator";
    WAVE: "확보 차수", "Wave";
    DECIDED: "결정한 날", "Decided";
    SERVICE: "서비스", "In service";
    AS_FAR_AS_PUBLISHED: "공개된 만큼", "as far as published";
    BOUGHT: "도입", "Bought";
    GOVERNMENT_USE: "정부 활용", "Government use";
    OWN_USE: "사업자 자체 활용", "Used by the provider";

    ACCELERATORS: "가속기", "Accelerators";
    ACCELERATORS_CAPTION:
        "GPU 한 장의 사양(희소 연산 제외)",
        "Figures of one GPU, dense";
    MEMORY: "메모리 (GB)", "Memory (GB)";
    BANDWIDTH: "대역폭 (TB/s)", "Bandwidth (TB/s)";
    BF16: "BF16 성능 (TFLOP/s)", "BF16 (TFLOP/s)";
    FP8: "FP8 성능 (TFLOP/s)", "FP8 (TFLOP/s)";
    FP4: "FP4 성능 (TFLOP/s)", "FP4 (TFLOP/s)";
    NVLINK: "NVLink 대역폭 (GB/s)", "NVLink (GB/s)";
    POWER: "전력 (W)", "Power (W)";

    CALLS: "공모", "Calls";
    CALL: "공모", "Call";
    CALL_CLOSED:
        "{call} 접수는 {date}에 끝나 지금은 신청할 수 없습니다. 규칙과 이용료는 참고용입니다.",
        "{call} closed on {date} and takes no applications. Its rules and fees are shown for reference.";
    CALL_NOT_OPEN:
        "{call} 접수는 {date}에 시작합니다.",
        "{call} takes applications from {date}.";
    OPENS: "접수 시작", "Opens";
    CLOSES: "접수 마감", "Closes";
    WHO: "신청 대상", "Who may apply";
    WHO_ALL: "제한 없음", "Anyone";
    WHO_WITH_YOUTH: "{company}({youth} 포함)", "{company} (also {youth})";
    SIZES: "과제당 노드(서버)", "Nodes per project";
    SIZE_BETWEEN: "{accelerator} {min}~{max}대", "{accelerator} {min} to {max}";
    LARGE_FROM: "{nodes}부터 대형과제", "a large project from {nodes}";
    TERM: "기간", "Term";
    TERM_BETWEEN: "{min}~{max}", "{min} to {max}";
    TERM_AT_LEAST: "{min} 이상", "At least {min}";
    TERM_AT_MOST: "{max} 이하", "At most {max}";
    TERM_UNTIL: "{date}까지", "Until {date}";
    POOL: "공급 규모", "On offer";
    POOL_AT_LEAST: "{gpus} 이상", "at least {gpus}";
    FEE: "노드당 월 이용료", "Fee per node and month";
    FREE_OF_CHARGE: "무료", "free";
    UNKNOWN: "알 수 없음", "Unknown";
    LEFT_OPEN: "알아 둘 것과 공개되지 않은 것", "Notes, and what is not published";
    NO_CALLS: "현황 자료에 공모가 없습니다", "The capacity file has no calls";

    FIRST_USE: "마감부터 첫 이용까지", "From closing to first use";
    TO_RESULTS: "마감부터 발표까지", "From closing to results";
    CONDITION: "조건", "Condition";
    RESULTS: "공모 결과", "Results";
    RESULTS_OF: "{call} 결과", "Results of {call}";
    ASKED: "신청", "Asked";
    AWARDED: "배정", "Awarded";
    ON_OFFER: "공급", "On offer";
    SHARE: "배정 비율", "Share awarded";
    PROJECTS: "과제", "Projects";
    GPUS_BY_GROUP: "배정된 GPU", "GPUs awarded";
    GPUS_OF: "{class}에 배정된 GPU", "GPUs for {class}";
    ROUND_USUAL:
        "배정받은 과제는 평균 노드 {mean}대를 받았습니다. 이번 신청({nodes})은 그 {times}입니다.",
        "Projects that won were awarded {mean} nodes on average. This request ({nodes}) is {times} that.";
    ROUND_CHANCE:
        "신청한 {applied} 가운데 {won}건({share})이 배정받았습니다.",
        "Of {applied} that applied, {won} ({share}) were awarded nodes.";
    DEMAND: "공급 대비 신청", "Demand to supply";
    SHARE_OF_PROJECTS: "배정된 과제 비율", "Share of projects awarded";
    SHARE_OF_NODES: "배정된 노드 비율", "Share of nodes awarded";
    MEAN_ASKED: "과제당 평균 신청 노드", "Mean nodes asked per project";
    MEAN_AWARDED: "과제당 평균 배정 노드", "Mean nodes awarded per project";
    PUBLISHED: "발표일", "Published";
}
