//! Words of the capacity view: blocks, purchases, calls and their results.

catalogue! {
    HEADING: "어떤 자원이 있나요?", "What is there?";
    LEAD:
        "신청하기 전에 몇 대를 언제부터 쓸 수 있는지, 안 된다면 무엇 때문인지 미리 봅니다. 계산은 모두 이 브라우저 안에서 합니다.",
        "Before you apply, see how many nodes you could have and from when, or why there are none. All of it is computed in this browser.";
    BOUGHT_GPUS: "확보한 GPU(예정 포함)", "GPUs bought, some still to come";
    OF_WAVE: "{wave}년 {gpus}장", "{gpus} in {wave}";
    GOVERNMENT_GPUS: "정부 활용 GPU", "GPUs for government use";
    OF_SOURCE: "{first} 자료", "source of {first}";
    OF_SOURCES: "{first}~{last} 자료", "sources of {first} to {last}";
    NODES_OF_BOUGHT:
        "확보한 {bought}장 가운데 정부 활용분",
        "those for government use, of {bought} bought";
    GOVERNMENT_FOR:
        "산업계, 학계, 연구계와 국가 프로젝트용",
        "For industry, universities, research and national projects";
    GOVERNMENT_UNKNOWN:
        "산업계, 학계, 연구계와 국가 프로젝트용. 정부 활용분이 공개되지 않은 {gpus}장은 세지 않음",
        "For industry, universities, research and national projects. Leaves out {gpus} GPUs whose government share is not published";
    TAKEN: "사용 중인 노드", "Nodes taken";
    TAKEN_INFERRED: "배정된 노드(추정)", "Nodes taken (inferred)";
    TAKEN_OF: "{taken} / {all}대", "{taken} of {all}";
    TAKEN_NOT_KNOWN: "점유가 적혀 있지 않은 자료입니다", "The file lists no holds";
    TAKEN_AS_PUBLISHED: "공개된 사실로 본 점유({date} 확인)", "From published facts, as checked on {date}";
    TAKEN_ON: "{date} 현재", "On {date}";
    UNTIL: "이용이 끝나는 시점(추정)", "When uses end (inferred)";
    ABOUT: "{date}쯤", "about {date}";
    UNTIL_ABOUT: "{nodes}: 공개된 규칙상 {date}쯤까지", "{nodes}: by about {date}, by the published rules";
    WITHOUT_END: "{nodes}: 끝나는 시점 미공개", "{nodes}: end not published";
    COMES: "도입이 발표된 GPU", "Announced GPUs";
    COMES_WHEN_UNKNOWN: "{accelerator} {gpus}장", "{accelerator} {gpus}";
    COMES_PART: "{accelerator} {gpus}장: {service}", "{accelerator} {gpus}: {service}";
    TOTAL: "합계", "Total";
    AS_OF: "기준일", "As of";
    CHECKED: "확인한 날", "Checked on";
    AT: "조회 날짜", "Date shown";
    AT_HINT: "이 날 0시(한국 시간)의 노드 상태를 보여 줍니다", "Shows the nodes at 00:00 on this day, Korean time";
    AT_DATE: "{date} 기준", "on {date}";
    COUNTED:
        "노드 수만 알려진 점유로 {nodes}가 더 쓰이며, 어느 노드인지는 알 수 없습니다.",
        "Holds known only by number take {nodes} more. Which ones is not known.";
    FREE_AT: "{date}에 {nodes}가 비어 있습니다", "{nodes} free on {date}";

    CONTENTS: "이 화면의 내용", "On this page";
    BLOCKS: "노드 블록", "Blocks";
    TIME: "날짜별 현황", "Over time";
    BLOCK_SIZES: "노드 블록의 규모", "Sizes of the blocks";
    BLOCKS_CAPTION: "노드 블록의 규모와 출처", "Size and source of each block";
    BLOCK: "노드 블록", "Block";
    MORE: "그 밖의 {blocks}", "{blocks} more";
    PROVIDER: "참여 사업자", "Provider";
    ACCELERATOR: "가속기", "Accelerator";
    NODES: "노드(서버)", "Nodes";
    GPUS: "GPU 수", "GPUs";
    GPUS_PER_NODE: "노드당 GPU 수", "GPUs per node";
    LEAF: "리프", "Leaf";
    LEAF_NUMBER: "리프 {number}", "Leaf {number}";
    LEAF_SIZE: "리프당 노드", "Nodes per leaf";
    NODE_NUMBER: "노드 {number}", "Node {number}";
    AVAILABLE_FROM: "도입일", "Available from";
    NOT_PUBLISHED: "알 수 없음", "Not known";
    ASSUMED: "추정", "assumed";
    SOURCES: "출처 목록", "Sources";
    SOURCE: "출처", "Source";
    SOURCE_SURE: "원문에서 확인함", "read at the source";
    SOURCE_THIRD_PARTY: "제3자가 정리한 자료로 확인함", "from a third party";
    SOURCE_INFERRED: "계산하거나 추정함", "worked out or inferred";
    NODE_MAP: "{block} 노드 지도", "Node map of {block}";
    HELD_UNTIL: "{date}까지 점유", "Held until {date}";
    FREE_UNTIL: "{date}까지 비어 있음", "Free until {date}";
    DELIVERED_FROM: "{date} 도입", "Delivery on {date}";
    FREE_OF: "{all}대 중 {free}대 비어 있음", "{free} of {all} free";
    HELD_OF: "{all}대 중 알려진 점유 {held}대", "{held} of {all} known to be taken";
    HELD_UNTIL_ABOUT:
        "공개된 규칙상 {date}쯤까지({surety})",
        "Until about {date}, by the published rules ({surety})";
    HELD_WITHOUT_END: "끝나는 시점 미공개({surety})", "End not published ({surety})";
    MAP_HINT:
        "노드를 가리키거나 누르면 누가 언제까지 쓰는지 보입니다",
        "Point at a node or touch it to see who has it and until when";
    MAP_KEYS:
        "화살표 키로 노드를 옮겨 다니고, + 와 - 로 확대하고 축소하며, 0으로 전체를 봅니다.",
        "Arrow keys go from node to node, + and - zoom in and out, 0 shows all.";
    MAP_NAME: "노드 지도", "Node map";
    SAVE_CALLS: "공모 일정을 캘린더에 저장(ICS)", "Save dates of calls (ICS)";
    SUBSCRIBE: "구독", "Subscribe";
    SUBSCRIBE_LATE: "하루까지 늦을 수 있습니다", "Up to a day late";
    SUBSCRIBE_CHANGES: "자료의 변경(Atom)", "Changes of the file (Atom)";
    SUBSCRIBE_CALLS: "공모 일정(ICS)", "Dates of calls (ICS)";
    SUBSCRIBE_TABLE: "블록과 점유(CSV)", "Blocks and holds (CSV)";
    MAP_OF_ALL: "모든 노드 블록의 노드 지도", "Node map of all blocks";
    ENLARGE: "확대", "Zoom in";
    REDUCE: "축소", "Zoom out";
    SHOW_ALL: "전체 보기", "Show all";
    NODE_TABLE: "{date}의 노드 상태", "States of the nodes on {date}";

    PURCHASES: "GPU 도입 현황", "GPU purchases";
    PURCHASES_CAPTION:
        "참여 사업자·가속기별 도입 GPU와 정부 활용분",
        "GPUs bought, and those for government use, by provider and accelerator";
    WAVE: "확보 연도", "Year";
    DECIDED: "결정일", "Decided";
    SERVICE: "서비스 시기", "In service";
    AS_FAR_AS_PUBLISHED: "공개된 만큼", "as far as published";
    BOUGHT: "도입", "Bought";
    GOVERNMENT_USE: "정부 활용", "Government use";
    OWN_USE: "사업자 자체 활용", "Provider's own use";

    ACCELERATORS: "가속기", "Accelerators";
    ACCELERATORS_CAPTION: "GPU 한 장의 사양(희소 연산 제외)", "Figures of one GPU (dense, without sparsity)";
    MEMORY: "메모리 (GB, 제품 표기)", "Memory (GB, as sold)";
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
    WHO_WITH_YOUTH: "{company}({youth} 포함)", "{company} ({youth} too)";
    SIZES: "과제당 노드(서버)", "Nodes per project";
    SIZE_BETWEEN: "{accelerator} {min}~{max}대", "{accelerator} {min} to {max}";
    LARGE_FROM: "{nodes}부터 대형과제", "large project from {nodes}";
    TERM: "이용 기간", "Term";
    TERM_AT_LEAST: "{min} 이상", "At least {min}";
    TERM_AT_MOST: "{max} 이하", "At most {max}";
    TERM_UNTIL: "{date}까지", "Until {date}";
    POOL: "공급 규모", "On offer";
    POOL_AT_LEAST: "{gpus} 이상", "at least {gpus}";
    FEE: "노드당 월 이용료", "Fee per node and month";
    FREE_OF_CHARGE: "무료", "free";
    LEFT_OPEN: "유의 사항과 미공개 사항", "Notes, and what is not published";

    FIRST_USE: "마감부터 첫 이용까지", "From closing to first use";
    TO_RESULTS: "마감부터 발표까지", "From closing to results";
    CONDITION: "조건", "Condition";
    AWARDS_ALL_PUBLISHED:
        "GPU {all}장 모두의 배정 내역이 공개되었습니다({calls}).",
        "The awards of all {all} GPUs are published ({calls}).";
    AWARDS_PUBLISHED:
        "배정 내역이 공개된 GPU는 {all}장 가운데 {awarded}장({calls}, {share})입니다. 나머지 {rest}장은 공개되지 않았습니다.",
        "Awards are published for {awarded} of {all} GPUs ({calls}, {share}). Those of the other {rest} are not.";
    CITE: "인용할 때", "To cite this";
    CITE_AS_OF: "{date} 기준 현황 자료 {hash}", "capacity file {hash} as of {date}";
    CITE_CHECKED:
        "{date}에 확인한 현황 자료 {hash}",
        "capacity file {hash}, facts checked on {date}";
    CITE_LINE:
        "{site}, {file}, {link} ({today} 열람)",
        "{site}, {file}, {link} (read on {today})";
    RESULTS: "공모 결과", "Results";
    RESULTS_OF: "{call} 결과", "Results of {call}";
    ASKED: "신청", "Asked";
    AWARDED: "선정·배정", "Awarded";
    ON_OFFER: "공급", "On offer";
    SHARE: "선정·배정 비율", "Share awarded";
    PROJECTS: "과제", "Projects";
    GPUS_BY_GROUP: "배정된 GPU", "GPUs awarded";
    GPUS_OF: "{class}에 배정된 GPU", "GPUs awarded to {class}";
    RESULTS_USUAL:
        "선정된 과제는 평균 노드 {mean}대를 배정받았습니다. 이번 신청({nodes})은 그 {times}입니다.",
        "Selected projects were awarded {mean} nodes on average. This request ({nodes}) is {times} that.";
    RESULTS_CHANCE:
        "신청한 {applied} 가운데 {won}건({share})이 선정되었습니다.",
        "Of {applied} that applied, {won} ({share}) were selected.";
    DEMAND: "공급 대비 신청", "Demand over supply";
    MEAN_ASKED: "과제당 평균 신청 노드", "Mean nodes asked per project";
    MEAN_AWARDED: "과제당 평균 배정 노드", "Mean nodes awarded per project";
    PUBLISHED: "발표일", "Published";
}
