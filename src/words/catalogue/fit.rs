//! Words of the fit view: the form, the answer, the offer, fees.

catalogue! {
    HEADING: "우리 신청이 들어갈까요?", "Does our request fit?";
    REQUEST: "신청", "Request";
    ACCELERATORS: "가속기", "Accelerators";
    ACCELERATOR_ANNOUNCED: "{accelerator}(발표)", "{accelerator} (announced)";
    ACCELERATORS_HINT: "써도 되는 것을 모두 고릅니다", "Choose all that you can use";
    NODES: "노드(서버) 수", "Nodes";
    NODES_HINT: "노드 한 대에 GPU가 보통 8개 있습니다", "A node usually has 8 GPUs";
    NODES_MAX: "최대 노드 수", "Nodes at most";
    NODES_MAX_HINT:
        "더 받을 수 있으면 적고, 아니면 비워 둡니다",
        "Fill in if more would be of use, or leave empty";
    TERM: "기간", "Term";
    TERM_HINT: "공모의 기간은 보통 개월입니다", "Calls usually count in months";
    UNIT: "기간 단위", "Unit of the term";
    UNIT_HOURS: "시간", "hours";
    UNIT_DAYS: "일", "days";
    UNIT_MONTHS: "개월", "months";
    FROM: "가장 빠른 시작일", "Earliest start";
    FROM_HINT:
        "이 날 0시(한국 시간)부터 쓸 수 있습니다",
        "Use may begin at 00:00 on this day in Korea";
    UNTIL: "가장 늦은 종료일", "Latest end";
    UNTIL_HINT:
        "이 날 0시(한국 시간)까지 끝나야 하며, 없으면 비워 둡니다",
        "Use must end by 00:00 on this day in Korea. Leave empty for none";
    PLACEMENT: "배치", "Placement";
    PLACEMENT_HINT:
        "한 리프의 노드끼리는 스위치 한 번만 거칩니다",
        "Nodes of one leaf are one switch apart";
    PLACE_OPTION_ANY: "블록 안 어디든", "Anywhere in one block";
    PLACE_OPTION_ONE_LEAF: "한 리프 안", "On one leaf";
    PLACE_OPTION_LEAVES: "정한 수의 리프 이내", "On at most so many leaves";
    PLACE_OPTION_SEGMENTS: "정한 수의 노드씩 묶음", "In groups of so many nodes";
    PLACE_LEAVES_NUMBER: "최대 리프 수", "Leaves at most";
    PLACE_SEGMENTS_NUMBER: "묶음당 노드 수", "Nodes per group";
    PLACE_ANY: "블록 안 어디든", "anywhere in the block";
    PLACE_ONE_LEAF: "한 리프 안", "on one leaf";
    PLACE_LEAVES_OF: "{leaves} 이내", "on at most {leaves}";
    PLACE_SEGMENTS_OF: "{nodes}씩 한 리프 안", "in groups of {nodes}, each on one leaf";
    MORE: "더 정하기", "More";
    CLASS: "신청 주체", "Applicant";
    CLASS_HINT: "이용료와 공모 자격이 달라집니다", "Fees and who may apply depend on it";
    CLASS_INDUSTRY: "기업", "Company";
    CLASS_YOUTH_COMPANY: "청년기업", "Youth company";
    CLASS_ACADEMIA: "대학", "University";
    CLASS_RESEARCH: "연구기관", "Research institute";
    CALL: "공모", "Call";
    CALL_HINT:
        "고르면 그 공모의 규칙과 이용료로 봅니다",
        "Choose one to see its rules and fees";
    CALL_NONE: "고르지 않음", "None";

    ANSWER: "미리보기", "Preview";
    FITS_NOW: "바로 들어감", "Fits now";
    FITS_BY_SIZE: "크기로는 들어감", "Fits by size";
    FITS_BY_RULES: "이용이 끝난다면 들어감(추정)", "Fits if present uses end (inferred)";
    FITS_AS_ASSUMED: "가정대로면 들어감", "Fits on assumptions";
    FITS_LATER: "나중에 들어감", "Fits later";
    FITS_LATER_BY_RULES: "지금 이용이 끝난 뒤(추정)", "After present uses end (inferred)";
    DOES_NOT_FIT: "들어가지 않음", "Does not fit";
    HELD_WITHOUT_END: "쓰이는 중, 끝을 알 수 없음", "Taken, end not published";
    BREAKS_A_RULE: "규칙에 어긋남", "Breaks a rule";
    ANNOUNCED: "발표만 됨", "Announced";
    NOT_ASKED: "고르지 않은 가속기", "Another accelerator";
    ANSWER_NOW:
        "{start}부터 {term} 동안 {block}에 {nodes} 자리가 있습니다.",
        "{block} has room for {nodes} from {start} for {term}.";
    ANSWER_NOW_SIZE:
        "블록 크기만 보면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "By size alone, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_NOW_PUBLISHED:
        "공모 규칙대로 지금 이용이 끝난다면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다(추정).",
        "If present uses end by the calls' rules, {block} has room for {nodes} from {start} for {term} (inferred).";
    ANSWER_NOW_ASSUMED:
        "가정대로라면 {start}부터 {term} 동안 {block}에 {nodes} 자리가 있습니다.",
        "On your assumptions, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_LATER:
        "{from}부터는 자리가 없습니다. 가장 이른 자리는 {block}의 {nodes}로, {start}부터 {term} 동안입니다.",
        "No place from {from}. The earliest is in {block}: {nodes} from {start} for {term}.";
    ANSWER_LATER_SIZE:
        "블록 크기만 보면 {from}부터는 들어가지 않고, {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "By size alone, there is no room from {from}; {block} has room for {nodes} from {start} for {term}.";
    ANSWER_LATER_PUBLISHED:
        "{from}부터는 자리가 없습니다. 공모 규칙대로 지금 이용이 끝난다면 {start}쯤부터 {term} 동안 {block}에 {nodes}가 들어갑니다(추정).",
        "No place from {from}. If present uses end by the calls' rules, {block} has room for {nodes} from about {start} for {term} (inferred).";
    ANSWER_LATER_ASSUMED:
        "가정대로라면 {from}부터는 자리가 없습니다. 가장 이른 자리는 {block}의 {nodes}로, {start}부터 {term} 동안입니다.",
        "On your assumptions, no place from {from}. The earliest is in {block}: {nodes} from {start} for {term}.";
    ANSWER_NONE:
        "{nodes}를 {term} 동안 쓸 자리가 어느 노드 블록에도 없습니다.",
        "No block has room for {nodes} for {term}.";
    ANSWER_NONE_SIZE:
        "블록 크기만 보아도 {nodes}를 {term} 동안 쓸 자리가 어느 노드 블록에도 없습니다.",
        "Even by size alone, no block has room for {nodes} for {term}.";
    ANSWER_HELD:
        "{from}부터는 자리가 없습니다. {nodes}가 들어갈 만한 블록이 쓰이고 있고, 그 이용이 언제 끝나는지는 공개되지 않았습니다.",
        "No place from {from}. The block that could take {nodes} is in use, and when that ends is not published.";
    ANSWER_RULE: "규칙에 어긋납니다. {rule}", "The rules do not allow this. {rule}";
    ANSWER_ANNOUNCED:
        "{accelerators}: 도입이 발표되었지만 노드 블록이 공개되지 않아 아직 따져 볼 수 없습니다.",
        "{accelerators}: announced, but no block of nodes is published, so there is nothing to check yet.";
    ANSWER_NOT_COUNTED:
        "이미 쓰이는 노드는 반영하지 않았습니다.",
        "What is already in use is not counted.";
    ANSWER_LEFT_OUT: "공개된 사실로 본 점유는 반영하지 않았습니다.", "Published holds are left out.";
    BELOW_EVERY_CALL:
        "지금까지의 공모는 모두 {accelerators} 과제당 {nodes} 이상이었습니다.",
        "Every call so far asked for at least {nodes} of {accelerators} per project.";
    ABOVE_EVERY_CALL:
        "지금까지의 공모는 모두 {accelerators} 과제당 {nodes} 이하였습니다.",
        "Every call so far allowed at most {nodes} of {accelerators} per project.";
    NOT_OFFERED_AGAIN:
        "이 날짜는 공모 규칙으로 셈한 것입니다. 그때 다시 모집한다는 발표는 없습니다.",
        "This date follows from the rules. Nothing says that these nodes are offered again.";
    ANNOUNCED_PURCHASE:
        "{accelerator}, {provider}: {gpus}, 서비스 {service}",
        "{accelerator} at {provider}: {gpus}, in service {service}";
    ANNOUNCED_PURCHASE_UNDATED:
        "{accelerator}, {provider}: {gpus}, 서비스 시기는 공개되지 않음",
        "{accelerator} at {provider}: {gpus}, not published when in service";
    OBSTACLES: "안 되는 이유", "What stands in the way";
    RESTS_ON: "답의 근거", "What this rests on";
    ANSWER_INCOMPLETE:
        "표시한 곳을 고치면 답을 보여 드립니다.",
        "Change the marked fields to see an answer.";

    OFFER: "들어갈 만한 자리", "Where it would fit";
    OFFER_BLOCK: "노드 블록", "Block";
    OFFER_NODES: "노드", "Nodes";
    OFFER_WHERE: "위치", "Where";
    OFFER_WHERE_UNKNOWN: "어느 노드인지는 알 수 없음", "Which nodes is not known";
    OFFER_LEAF: "리프 {number}에 {nodes}", "{nodes} on leaf {number}";
    OFFER_PLACE: "{leaves} (노드 {nodes})", "{leaves} (nodes {nodes})";
    OFFER_START: "시작", "Start";
    OFFER_LAST_DAY: "마지막 날", "Last day";
    OFFER_WAIT: "기다리는 시간", "Wait";
    OFFER_GPU_HOURS: "GPU시간", "GPU-hours";
    OFFER_FEE: "예상 이용료", "Expected fee";
    OFFER_CERTAINTY: "확실성", "Certainty";

    EFFECT: "이 자리가 다른 신청에 남기는 것", "What it leaves to others";
    EFFECT_NO_HOLD: "점유 자료가 없는 노드", "Nodes without a known hold";
    EFFECT_FREE: "비어 있는 노드", "Free nodes";
    EFFECT_ROW: "그중 연속된 노드", "Longest run of them";
    EFFECT_LEAVES: "통째로 비는 리프", "Whole leaves in a row";

    FEE_FREE: "무료", "Free";
    FEE_NO_CALL: "알려진 이용료 없음", "No fee is known";
    FEE_USUAL:
        "공모를 고르지 않아 {call} 요율로 계산했습니다.",
        "No call is chosen, so the fee is at the rates of {call}.";
    FEE_NO_RATE: "이용료를 알 수 없음", "The fee is not known";
    FEE_RATE:
        "노드 한 대, 한 달에 {won}",
        "{won} per node and month";
    FEE_SUM: "{won} × {nodes} × {months}", "{won} × {nodes} × {months}";
    FEE_VAT_UNKNOWN:
        "부가가치세가 들어 있는지는 알 수 없습니다",
        "Whether it includes VAT is not known";
    FEE_PART_MONTHS_UNKNOWN:
        "한 달이 안 되는 기간을 어떻게 세는지는 알 수 없습니다",
        "How part months are charged is not known";
    FEE_CLASS: "신청 주체", "Applicant";
    FEE_TOTAL: "이 자리의 이용료", "Fee of this offer";
    FEE_RATE_HEAD: "노드당 한 달", "Per node and month";
    FEE_BY_CLASS: "신청 주체별 이용료 ({call})", "Fee by applicant ({call})";

    ALL_BLOCKS: "모든 노드 블록", "All blocks";
    ALL_BLOCKS_CAPTION:
        "노드 블록마다 자리가 있는지, 없다면 왜 없는지",
        "Whether each block has a place, and why not";
    BLOCK: "노드 블록", "Block";
    RESULT: "결과", "Result";
    EARLIEST: "가장 빠른 시작", "Earliest start";
    MOST_NODES: "최대 노드 수", "Most nodes";
    LONGEST_TERM: "최대 기간", "Longest term";
    LONGEST_WITHOUT_END: "기한 없음", "no end";
    ALL_BLOCKS_NOTE:
        "최대 노드 수는 그 기간 동안, 최대 기간은 그 노드 수로, 원하는 날부터 들어가는 만큼입니다. 공모 규칙은 따지지 않습니다.",
        "Most nodes for that term, and longest term for that many nodes, from the day you want. The rules of a call are left aside.";
    OF_ALL_BLOCKS: "고른 가속기의 모든 블록에 해당", "Of every block asked for";
    WHY_NOT: "안 되는 이유", "Why not";
    WOULD_FIT: "이렇게 바꾸면 들어갑니다", "What would fit";
    NEAREST: "들어가는 가장 가까운 신청", "The nearest requests that fit";
    NEAREST_BY_RULES:
        "지금 이용이 끝난다면 들어가는 가장 가까운 신청(추정)",
        "The nearest requests that fit if present uses end (inferred)";
    NEAREST_HINT:
        "누르면 신청을 그렇게 바꿉니다. 조금만 바꾸는 것부터 보여 줍니다.",
        "A click changes the request. Those that change least come first.";
    APPLY: "적용", "Apply";
    RULES: "{call}의 규칙", "Rules of {call}";
    WHAT_NOT_SIZE:
        "배정 약속이 아닙니다. {as_of} 자료({hash})의 크기와 규칙만 보았습니다.",
        "Not a promise. Worked out from the sizes and rules in the file of {as_of} ({hash}).";
    WHAT_NOT_PUBLISHED:
        "배정 약속이 아닙니다. {as_of}까지 공개된 사실과 공모 규칙({hash})으로 따졌고, 공개되지 않은 것은 모릅니다.",
        "Not a promise. Worked out from what was published by {as_of} and from the calls' rules ({hash}). What is not published is not known.";
    WHAT_NOT_SNAPSHOT:
        "배정 약속이 아닙니다. {as_of} 현황 자료({hash})에 맞춘 답입니다.",
        "Not a promise. Exact against the snapshot of {as_of} ({hash}).";
    WHAT_NOT_SCENARIO:
        "배정 약속이 아닙니다. {as_of} 자료({hash})에 가정을 더한 답입니다.",
        "Not a promise. Worked out from the file of {as_of} ({hash}) and your assumptions.";
    UNDO_CHANGE: "바꾸기 전으로", "Undo the change";
    KEEP: "간직하기", "Keep";
    COPY_TEXT: "글로 복사", "Copy as text";
    DOWNLOAD_JSON: "JSON 내려받기", "Download JSON";
    PRINT: "인쇄", "Print";
    PRINT_TITLE: "자리 미리보기 요약", "Summary of a preview";
    LINK: "링크", "Link";
    NODE_MAP: "블록 안의 위치", "Where in the block";
}
