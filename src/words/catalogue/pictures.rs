//! Words of the pictures: free nodes over time, holds as lanes, the fit map.

catalogue! {
    SPAN: "조회 기간", "Time shown";
    SPAN_WEEK: "1주", "Week";
    SPAN_MONTH: "1개월", "Month";
    SPAN_QUARTER: "3개월", "3 months";
    SPAN_YEAR: "1년", "Year";
    SPAN_ALL: "전체", "All";
    SCRUB: "조회 날짜 옮기기", "Move the date shown";
    EARLIER: "이전 기간", "Earlier";
    LATER: "다음 기간", "Later";

    FREE_HEADING: "날짜별로 비는 노드", "Free nodes over time";
    THERE_HEADING: "날짜별로 있는 노드", "Nodes over time";
    NO_HOLD_HEADING: "날짜별로 점유 자료가 없는 노드", "Nodes without a known hold over time";
    FREE_HINT:
        "그림을 누르거나 끌면 조회 날짜가 바뀝니다.",
        "Click or drag in a picture to change the date shown.";
    FREE_RANGE:
        "한 칸 안에서도 값이 바뀌어, 진한 색은 가장 적을 때, 옅은 색은 가장 많을 때입니다.",
        "Values change within a step: dark shows the fewest in it, light the most.";
    FREE_AT: "{nodes} 가운데 {free}대 비어 있음", "{free} of {nodes} free";
    HELD_AT:
        "{nodes} 가운데 알려진 점유 {held}대",
        "{held} of {nodes} known to be taken";
    THERE_AT: "{nodes}, 점유 자료 없음", "{nodes}, no hold known";
    NONE_YET_AT: "{nodes}, {date}부터 도입", "{nodes}, not delivered until {date}";
    FREE_TABLE:
        "{first}부터 {last}까지 비는 노드가 바뀌는 때마다",
        "Free nodes from {first} to {last}, whenever they change";
    FREE_TABLE_DATES:
        "{first}부터 {last}까지 날짜별로 비는 노드",
        "Free nodes from {first} to {last}, by date";
    BLOCKS_SHOWN: "노드 블록 {low}~{high}번째(전체 {all}개)", "Blocks {low} to {high} of {all}";

    LANES_HEADING: "리프별 점유", "Holds by leaf";
    LANES_HINT:
        "한 줄이 노드 한 대, 한 묶음이 리프(스위치 한 번으로 통신하는 노드들) 하나입니다.",
        "Each line is a node, each group of lines a leaf (nodes one switch apart).";
    LANES_SHADED:
        "점유가 많아 하나씩 그리지 않고, 리프에서 점유된 만큼 진하게 칠했습니다.",
        "There are too many holds to draw each one. The darker, the more of a leaf is held.";
    LANES_COUNTED:
        "노드 수만 알려진 {holds}은 어느 노드인지 몰라 그림에 없고 표에 있습니다.",
        "{holds} known only by number cannot be drawn, but are in the table.";
    LANES_LABEL:
        "{block} 리프 {low}~{high}의 점유 그림",
        "Picture of the holds on leaves {low} to {high} of {block}";
    LANES_SHOWN: "리프 {low}~{high}(전체 {all}개)", "Leaves {low} to {high} of {all}";
    LANES_EMPTY: "이 기간에 알려진 점유가 없습니다.", "No hold is known in this time.";
    LANES_TABLE:
        "{block} 리프 {low}~{high}의 {first}부터 {last}까지 점유",
        "Holds on leaves {low} to {high} of {block} from {first} to {last}";
    LANES_TABLE_MORE:
        "{block} 리프 {low}~{high}의 {first}부터 {last}까지 점유(이 밖에 {more} 더 있음)",
        "Holds on leaves {low} to {high} of {block} from {first} to {last}, and {more} more";
    BEFORE: "앞쪽 보기", "Previous";
    AFTER: "뒤쪽 보기", "Next";
    HOLD_BOX: "{label} · {nodes} · {from} ~ {until}", "{label} · {nodes} · {from} – {until}";
    END_ABOUT: "{date}쯤(추정)", "about {date} (inferred)";
    END_NOT_PUBLISHED: "끝나는 시점 미공개", "end not published";
    OFFER_BOX: "신청 자리", "Your offer";
    DELIVERED_ON: "{date} 도입", "Delivery on {date}";
    NODE_NUMBERS: "노드 {numbers}", "nodes {numbers}";
    NUMBERS: "{numbers}번", "no. {numbers}";
    LABEL: "이름", "Label";
    NODES: "노드", "Nodes";
    FROM: "시작일", "From";
    UNTIL: "종료일", "Until";
    KIND: "종류", "Kind";
    KIND_HELD: "점유", "Held";
    KIND_PUBLISHED: "공개된 사실로 본 점유", "Published hold";
    KIND_ASSUMED: "가정", "Assumed";

    MAP_HEADING: "자리 지도", "Fit map";
    MAP_BY: "세로축", "Vertical axis";
    MAP_BY_NODES: "노드 수", "Nodes";
    MAP_BY_TERM: "이용 기간", "Term";
    MAP_LABEL_NODES:
        "자리 지도에서 시작일과 노드 수 옮기기",
        "Move the start and the nodes on the fit map";
    MAP_LABEL_TERM:
        "자리 지도에서 시작일과 기간 옮기기",
        "Move the start and the term on the fit map";
    MAP_HELP_NODES:
        "칠한 곳이 들어가는 곳입니다. 점을 끌거나 원하는 곳을 누르세요. 화살표 키는 하루와 한 대씩, Shift와 함께 누르면 한 주와 두 배씩 옮깁니다.",
        "Filled areas fit. Drag the dot or click where you want it. Arrow keys move it by a day and a node, with Shift by a week and by doubling.";
    MAP_HELP_TERM:
        "칠한 곳이 들어가는 곳입니다. 점을 끌거나 원하는 곳을 누르세요. 화살표 키는 하루와 한 단계씩, Shift와 함께 누르면 한 주와 세 단계씩 옮깁니다.",
        "Filled areas fit. Drag the dot or click where you want it. Arrow keys move it by a day and a step, with Shift by a week and three steps.";
    MAP_AXIS_NODES: "↑ 노드 수(한 줄마다 두 배)", "↑ nodes (each line doubles)";
    MAP_AXIS_TERM: "↑ 기간({unit})", "↑ term ({unit})";
    MAP_AXIS_START: "시작일 →", "start →";
    MAP_VALUE: "{start}, {nodes}, {term}: {verdict}", "{start}, {nodes}, {term}: {verdict}";
    MAP_LIMIT: "{most}까지", "up to {most}";
    MAP_LIMIT_UNTIL: "{day}까지는 {most}까지", "up to {most}, until {day}";
    MAP_LIMIT_RULE: "규칙에 어긋남", "against the rules";
    MAP_LIMIT_NONE: "자리 없음", "nothing fits";
    MAP_FIRST_FIT: "{day}부터 {asked}", "{asked} from {day}";
    MAP_RULE: "공모 규칙 {range}", "call allows {range}";
    MAP_NODES:
        "{start}에 시작하면 한 블록에서 {term} 동안 {most}까지 비어 있습니다.",
        "Starting on {start}, up to {most} of one block are free for {term}.";
    MAP_NODES_BY_SIZE:
        "{start}에 시작하면 공개된 규모로는 {term} 동안 {most}까지 들어갑니다.",
        "Starting on {start}, there is room for up to {most} for {term}, by published size.";
    MAP_NODES_BY_RULES:
        "공개된 규칙대로 지금 이용이 끝난다면 {start}에 시작해 {term} 동안 한 블록에 {most}까지 들어갑니다(추정).",
        "Starting on {start}, one block has room for up to {most} for {term}, if present uses end by the published rules (inferred).";
    MAP_NODES_BY_HOLDS:
        "자료에 적힌 점유로 보면 {start}에 시작해 {term} 동안 한 블록에 {most}까지 들어갑니다.",
        "Starting on {start}, one block has room for up to {most} for {term}, by the holds in the file.";
    MAP_TERM_BY_HOLDS:
        "자료에 적힌 점유로 보면 {start}에 시작해 {nodes}가 {most}까지 들어갑니다.",
        "Starting on {start}, there is room for {nodes} for up to {most}, by the holds in the file.";
    MAP_FITS_FROM_BY_HOLDS:
        "자료에 적힌 점유로 보면 {date}부터 들어갑니다.",
        "By the holds in the file, there is room from {date} on.";
    MAP_TERM_BY_RULES:
        "공개된 규칙대로 지금 이용이 끝난다면 {start}에 시작해 {nodes}가 {most}까지 들어갑니다(추정).",
        "Starting on {start}, there is room for {nodes} for up to {most}, if present uses end by the published rules (inferred).";
    MAP_ENDS_TOO_LATE:
        "{call} 이용은 {date}까지 끝나야 하므로, {start}에 시작해 {term} 동안 쓰면 규칙에 어긋납니다.",
        "Uses under {call} have to end by {date}, so {term} from {start} would break its rules.";
    MAP_NOT_OFFERED:
        "{call}에는 고른 가속기가 없습니다.",
        "{call} does not offer these accelerators.";
    // Every unit of a term ends in a consonant (시간, 일, 개월): hence 을.
    MAP_AFTER_WINDOW:
        "{start}에 시작하면 종료 기한({date})까지 {term}을 채우지 못합니다.",
        "Starting on {start}, {term} would end after {date}, the last day that the request allows.";
    MAP_NO_BLOCK:
        "고른 가속기는 공개된 노드 블록이 없습니다.",
        "No block of these accelerators is published.";
    MAP_NO_NODES:
        "{start}에 시작하면 {term} 동안 비는 노드가 없습니다.",
        "Starting on {start}, no node is free for {term}.";
    MAP_TERM:
        "{start}에 시작하면 {nodes}가 {most}까지 들어갑니다.",
        "Starting on {start}, there is room for {nodes} for up to {most}.";
    MAP_TERM_BY_SIZE:
        "{start}에 시작하면 공개된 규모로는 {nodes}가 {most}까지 들어갑니다.",
        "Starting on {start}, there is room for {nodes} for up to {most}, by published size.";
    MAP_NO_TERM:
        "{start}에 시작하면 {nodes}는 어떤 기간으로도 들어가지 않습니다.",
        "Starting on {start}, there is no room for {nodes} for any term.";
    MAP_ALIKE_UNTIL: "{date}까지의 시작일도 마찬가지입니다.", "The same goes for starts until {date}.";
    MAP_FITS_FROM: "{date}부터는 들어갑니다.", "Enough is free from {date} on.";
    MAP_FITS_FROM_BY_RULES:
        "공개된 규칙대로 지금 이용이 끝난다면 {date}쯤부터 들어갑니다(추정).",
        "If present uses end by the published rules, there is room from about {date} on (inferred).";
    MAP_KNOWN_NOWHERE:
        "{date}까지의 시작일 가운데 자리가 난다고 알려진 날은 없습니다.",
        "No start until {date} is known to have room.";
    // `이므로` fits behind nodes, which end in a vowel, and behind terms, which do not.
    MAP_SIZE_NOT_ALLOWED:
        "{call}의 규칙은 {range}이므로, 신청({asked})은 규칙에 어긋납니다.",
        "{call} allows {range}: {asked} is against its rules.";
    MAP_LIMIT_UNKNOWN: "알 수 없음", "not known";
    MAP_FITS_NOWHERE:
        "{date}까지의 시작일에는 자리가 모자랍니다.",
        "No start until {date} has enough room.";
    MAP_TABLE_NODES: "{term} 동안 쓸 때 시작일별 최대 노드", "Most nodes for {term}, by start";
    MAP_TABLE_NODES_MORE:
        "{term} 동안 쓸 때 시작일별 최대 노드(그 뒤로 {more}번 더 바뀜)",
        "Most nodes for {term}, by start, with {more} more changes after these";
    MAP_TABLE_TERM: "{nodes}를 쓸 때 시작일별 최대 기간", "Longest term for {nodes}, by start";
    MAP_TABLE_TERM_MORE:
        "{nodes}를 쓸 때 시작일별 최대 기간(그 뒤로 {more}번 더 바뀜)",
        "Longest term for {nodes}, by start, with {more} more changes after these";
    FIRST_START: "시작일(부터)", "Starts from";
    LAST_START: "시작일(까지)", "Starts until";
    MOST_NODES: "최대 노드", "Most nodes";
    LONGEST_TERM: "최대 기간", "Longest term";
    NONE: "없음", "none";
}
