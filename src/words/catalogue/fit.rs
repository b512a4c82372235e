//! Words of the fit view: the form, the answer, the offer, fees.

catalogue! {
    HEADING: "우리 신청이 들어갈까요?", "Does our request fit?";
    REQUEST: "신청", "Request";
    ACCELERATORS: "가속기", "Accelerators";
    ACCELERATOR_ANNOUNCED: "{accelerator}(도입 발표)", "{accelerator} (announced)";
    NODES: "노드(서버) 수", "Nodes";
    NODES_OR_GPUS: "노드(서버) 또는 GPU 수", "Nodes or GPUs";
    COUNT_UNIT: "세는 단위", "What is counted";
    COUNT_NODES: "노드(대)", "nodes";
    COUNT_GPUS: "GPU(장)", "GPUs";
    COUNT_IN_NODES: "노드로 세기", "Count nodes";
    COUNT_SAME: "{other}에 해당합니다(노드당 {each})", "The same as {other} ({each} per node)";
    COUNT_EACH: "노드 한 대에 {each}이 있습니다", "A node has {each}";
    NO_END: "종료 기한 없애기", "No deadline";
    NODES_MAX: "최대 수량", "Up to how many";
    NODES_MAX_HINT:
        "더 많이 쓸 수 있으면 위와 같은 단위로 입력하고, 아니면 비워 둡니다",
        "Fill in, counted as above, if you could use more, or leave empty";
    TERM: "이용 기간", "Term";
    TERM_HINT: "3이나 6개월, 1년처럼 적습니다", "Write it like 3, 6 months or 1 year";
    UNIT: "기간 단위", "Unit of the term";
    UNIT_HOURS: "시간", "hours";
    UNIT_DAYS: "일", "days";
    UNIT_MONTHS: "개월", "months";
    FROM: "희망 시작일", "Start on or after";
    FROM_HINT:
        "이 날 0시(한국 시간) 이후의 자리를 미리 봅니다",
        "Previews places from 00:00 on this day, Korean time";
    UNTIL: "종료 기한", "End by";
    UNTIL_DAY: "이용 마지막 날(늦어도)", "Last day at the latest";
    UNTIL_HINT:
        "이 날 0시(한국 시간)까지 끝나는 자리만 봅니다. 없으면 비워 둡니다",
        "Use has to end by 00:00 on this day, Korean time. Leave empty for no limit";
    PLACEMENT: "배치", "Placement";
    PLACEMENT_HINT: "리프는 스위치 한 번만 거쳐 통신하는 노드 묶음입니다", "A leaf: nodes that are one switch apart";
    // The options of the form; those that begin with PLACE alone stand within sentences.
    PLACE_OPTION_ANY: "블록 안 어디든", "Anywhere in one block";
    PLACE_OPTION_ONE_LEAF: "한 리프 안", "On one leaf";
    PLACE_OPTION_LEAVES: "리프 N개 이내", "On at most N leaves";
    PLACE_OPTION_SEGMENTS: "노드 N대씩 한 리프 안", "In groups of N nodes, each on one leaf";
    PLACE_LEAVES_NUMBER: "최대 리프 수", "Leaves at most";
    PLACE_SEGMENTS_NUMBER: "묶음당 노드 수", "Nodes per group";
    PLACE_ANY: "블록 안 어디든", "anywhere in the block";
    PLACE_ONE_LEAF: "한 리프 안", "on one leaf";
    PLACE_LEAVES_OF: "{leaves} 이내", "on at most {leaves}";
    PLACE_SEGMENTS_OF: "{nodes}씩 한 리프 안", "in groups of {nodes}, each on one leaf";
    MORE: "추가 조건", "More options";
    CLASS: "신청 주체", "Applicant";
    CLASS_HINT: "이용료와 신청 자격이 달라집니다", "Fees and who may apply depend on this";
    CLASS_INDUSTRY: "기업", "Company";
    CLASS_YOUTH_COMPANY: "청년기업", "Youth-led firm";
    CLASS_ACADEMIA: "대학", "University";
    CLASS_RESEARCH: "연구기관", "Research institute";
    // Within sentences, where English needs a plural.
    CLASSES_INDUSTRY: "기업", "companies";
    CLASSES_YOUTH_COMPANY: "청년기업", "youth-led firms";
    CLASSES_ACADEMIA: "대학", "universities";
    CLASSES_RESEARCH: "연구기관", "research institutes";
    CALL: "공모", "Call";
    CALL_HINT: "고르면 그 공모의 규칙과 이용료를 적용합니다", "Choose one to use its rules and fees";
    CALL_NONE: "고르지 않음", "None";

    ANSWER: "미리보기", "Preview";
    FITS_NOW: "바로 들어감", "Fits now";
    FITS_BY_SIZE: "규모로는 들어감", "Fits by size";
    FITS_BY_RULES: "이용이 끝난다면 들어감(추정)", "Fits if present uses end (inferred)";
    FITS_BY_HOLDS: "적힌 점유로는 들어감", "Fits by the holds in the file";
    FITS_LATER_BY_HOLDS: "적힌 점유로는 나중에 들어감", "Fits later by the holds in the file";
    FITS_AS_ASSUMED: "가정대로면 들어감", "Fits on assumptions";
    FITS_LATER: "나중에 들어감", "Fits later";
    FITS_LATER_BY_RULES: "지금 이용이 끝난 뒤 들어감(추정)", "Fits after present uses end (inferred)";
    DOES_NOT_FIT: "들어가지 않음", "Does not fit";
    HELD_WITHOUT_END: "사용 중, 끝나는 시점 미공개", "Taken, end not published";
    BREAKS_A_RULE: "공모 규칙에 어긋남", "Against the call's rules";
    ANNOUNCED: "도입 발표만 됨", "Announced only";
    NOT_ASKED: "고르지 않은 가속기", "Accelerator not chosen";
    ANSWER_NOW:
        "{start}부터 {term} 동안 {block}에 {nodes} 자리가 있습니다.",
        "{block} has room for {nodes} from {start} for {term}.";
    // One sentence for each layer, so that none claims more than its layer knows.
    ANSWER_NOW_SIZE:
        "블록 규모만 보면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "By size alone, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_NOW_PUBLISHED:
        "공개된 규칙대로 지금 이용이 끝난다면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다(추정).",
        "If present uses end by the published rules, {block} has room for {nodes} from {start} for {term} (inferred).";
    ANSWER_NOW_KNOWN:
        "자료에 적힌 점유로 보면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "By the holds in the file, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_NOW_ASSUMED:
        "가정대로라면 {start}부터 {term} 동안 {block}에 {nodes} 자리가 있습니다.",
        "On your assumptions, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_LATER:
        "{from}부터는 자리가 없습니다. 가장 이른 자리는 {block}의 {nodes}로, {start}부터 {term} 동안입니다.",
        "No room from {from}. The earliest is in {block}: {nodes} from {start} for {term}.";
    ANSWER_LATER_SIZE:
        "블록 규모만 보면 {from}부터는 들어가지 않고, {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "By size alone, there is no room from {from}; {block} has room for {nodes} from {start} for {term}.";
    ANSWER_LATER_PUBLISHED:
        "{from}부터는 자리가 없습니다. 공개된 규칙대로 지금 이용이 끝난다면 {start}쯤부터 {term} 동안 {block}에 {nodes}가 들어갑니다(추정).",
        "No room from {from}. If present uses end by the published rules, {block} has room for {nodes} from about {start} for {term} (inferred).";
    ANSWER_LATER_KNOWN:
        "{from}부터는 자리가 없습니다. 자료에 적힌 점유로 보면 {start}부터 {term} 동안 {block}에 {nodes}가 들어갑니다.",
        "No room from {from}. By the holds in the file, {block} has room for {nodes} from {start} for {term}.";
    ANSWER_LATER_ASSUMED:
        "가정대로라면 {from}부터는 자리가 없습니다. 가장 이른 자리는 {block}의 {nodes}로, {start}부터 {term} 동안입니다.",
        "On your assumptions, no room from {from}. The earliest is in {block}: {nodes} from {start} for {term}.";
    ANSWER_NONE:
        "{nodes}를 {term} 동안 쓸 자리가 어느 노드 블록에도 없습니다.",
        "No block has room for {nodes} for {term}.";
    ANSWER_NONE_SIZE:
        "블록 규모만 보아도 {nodes}를 {term} 동안 쓸 자리가 어느 노드 블록에도 없습니다.",
        "Even by size alone, no block has room for {nodes} for {term}.";
    ANSWER_HELD:
        "{from}부터는 자리가 없습니다. {nodes}가 들어갈 만한 블록은 사용 중이며, 언제 끝나는지는 공개되지 않았습니다.",
        "No room from {from}. The block that could take {nodes} is in use, and when that ends is not published.";
    ANSWER_RULE: "공모 규칙에 어긋납니다. {rule}", "The call's rules do not allow this. {rule}";
    ANSWER_ANNOUNCED:
        "{accelerators}: 도입이 발표되었지만 노드 블록이 공개되지 않아 아직 따져 볼 수 없습니다.",
        "{accelerators}: announced, but no block of nodes is published, so there is nothing to check yet.";
    ANSWER_NOT_COUNTED:
        "이미 쓰이는 노드는 반영하지 않았습니다.",
        "What is already in use is not counted.";
    ANSWER_LEFT_OUT: "공개된 사실로 본 점유는 반영하지 않았습니다.", "Published holds are left out.";
    BELOW_EVERY_CALL:
        "지금까지의 공모에서 {accelerators} 신청은 모두 과제당 {nodes} 이상이어야 했습니다.",
        "Every call so far asked for at least {nodes} of {accelerators} per project.";
    ABOVE_EVERY_CALL:
        "지금까지의 공모에서 {accelerators} 신청은 모두 과제당 {nodes} 이하여야 했습니다.",
        "Every call so far allowed at most {nodes} of {accelerators} per project.";
    NOT_OFFERED_AGAIN:
        "이 날짜는 공개된 규칙으로 계산한 것입니다. 그때 다시 모집한다는 발표는 없습니다.",
        "This date follows from the published rules. Nothing says that these nodes are offered again.";
    ANNOUNCED_PURCHASE:
        "{accelerator}, {provider}: {gpus}, 서비스 {service}",
        "{accelerator} at {provider}: {gpus}, in service {service}";
    ANNOUNCED_PURCHASE_UNDATED:
        "{accelerator}, {provider}: {gpus}, 서비스 시기는 공개되지 않음",
        "{accelerator} at {provider}: {gpus}, start of service not published";
    OBSTACLES: "안 되는 이유", "What stands in the way";
    RESTS_ON: "결과의 근거", "What this is based on";
    ANSWER_INCOMPLETE:
        "표시한 곳을 고치면 결과를 보여 드립니다.",
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
    OFFER_WAIT: "대기 기간", "Wait";
    OFFER_GPU_HOURS: "GPU시간", "GPU-hours";
    OFFER_FEE: "예상 이용료", "Expected fee";
    OFFER_CERTAINTY: "계산 근거", "Based on";

    EFFECT: "다른 신청에 남는 자리(전 → 후)", "Left for others (before → after)";
    EFFECT_NO_HOLD: "점유 자료가 없는 노드", "Nodes without a known hold";
    EFFECT_FREE: "비어 있는 노드", "Free nodes";
    EFFECT_ROW: "가장 길게 연속된 노드", "Longest run of these nodes";
    EFFECT_LEAVES: "가장 길게 연속된 온전한 리프", "Longest run of whole leaves";

    FEE_FREE: "무료", "Free";
    FEE_NO_CALL: "알려진 이용료 없음", "No fee is known";
    FEE_USUAL:
        "공모를 고르지 않아 {call} 요율로 계산했습니다.",
        "No call is chosen, so the fee is at the rates of {call}.";
    FEE_NO_RATE: "이용료를 알 수 없음", "The fee is not known";
    FEE_SUM: "{won} × {nodes} × {months}", "{won} × {nodes} × {months}";
    FEE_VAT_UNKNOWN: "부가가치세 포함 여부는 알 수 없습니다", "Whether it includes VAT is not known";
    FEE_PART_MONTHS_UNKNOWN:
        "한 달을 채우지 않은 이용의 계산 방법은 알 수 없습니다",
        "How part of a month is charged is not known";
    FEE_CLASS: "신청 주체", "Applicant";
    FEE_TOTAL: "이 자리의 이용료", "Fee of this offer";
    FEE_RATE_HEAD: "노드당 월 이용료", "Per node and month";
    FEE_BY_CLASS: "신청 주체별 이용료 ({call})", "Fee by applicant ({call})";

    ALL_BLOCKS: "모든 노드 블록", "All blocks";
    BLOCK: "노드 블록", "Block";
    RESULT: "결과", "Result";
    EARLIEST: "가장 빠른 시작", "Earliest start";
    MOST_NODES: "최대 가능 노드", "Most nodes";
    LONGEST_TERM: "최대 가능 기간", "Longest term";
    LONGEST_WITHOUT_END: "기한 없음", "no end";
    ALL_BLOCKS_NOTE:
        "최대 가능 노드는 희망 시작일부터 신청 기간 동안, 최대 가능 기간은 희망 시작일부터 신청한 노드 수로 들어가는 만큼입니다.",
        "Most nodes are for the term asked for, and the longest term is for the nodes asked for, both from the start asked for.";
    ALL_BLOCKS_RULES: "공모 규칙은 반영하지 않습니다.", "The call's rules are not applied.";
    OF_ALL_BLOCKS: "고른 가속기의 모든 블록에 공통", "For all blocks of these accelerators";
    WOULD_FIT: "이렇게 바꾸면 들어갑니다", "Would fit with";
    NEAREST: "조금 바꾸면 들어가는 신청", "Similar requests that fit";
    NEAREST_BY_RULES:
        "지금 이용이 끝난다면 조금 바꿔 들어가는 신청(추정)",
        "Similar requests that fit if present uses end (inferred)";
    NEAREST_HINT:
        "누르면 신청이 그렇게 바뀝니다. 적게 바뀌는 것부터 보여 줍니다.",
        "A click changes the request. Those that change least come first.";
    SPLIT_HEADING: "나누어 쓰면", "Over several blocks";
    SPLIT_FITS:
        "{accelerator} {blocks}에 나누면 {start}부터 {term} 동안 {nodes}가 들어갑니다.",
        "Over {blocks} of {accelerator}, there is room for {nodes} from {start} for {term}.";
    SPLIT_FITS_BY_SIZE:
        "블록 규모만 보면 {accelerator} {blocks}에 나누어 {start}부터 {term} 동안 {nodes}가 들어갑니다.",
        "By size alone, over {blocks} of {accelerator}, there is room for {nodes} from {start} for {term}.";
    SPLIT_FITS_BY_RULES:
        "공개된 규칙대로 지금 이용이 끝난다면 {accelerator} {blocks}에 나누어 {start}쯤부터 {term} 동안 {nodes}가 들어갑니다(추정).",
        "If present uses end by the published rules, there is room over {blocks} of {accelerator} for {nodes} from about {start} for {term} (inferred).";
    SPLIT_FITS_BY_HOLDS:
        "자료에 적힌 점유로 보면 {accelerator} {blocks}에 나누어 {start}부터 {term} 동안 {nodes}가 들어갑니다.",
        "By the holds in the file, over {blocks} of {accelerator}, there is room for {nodes} from {start} for {term}.";
    SPLIT_PARTS: "블록마다 쓸 노드", "Nodes on each block";
    SPLIT_NONE: "그렇게 나누어도 더 일찍 들어갈 자리가 없습니다.", "So split, there is no earlier room either.";
    SPLIT_LEAST: "한 블록에 적어도", "At least on each block";
    SPLIT_LEAST_HINT:
        "나눈 몫마다 필요한 최소 노드 수입니다. 비우면 1대입니다",
        "The fewest nodes of a part. Empty means 1";
    OTHER_HEADING: "다른 가속기라면", "On the other accelerator";
    OTHER_HINT:
        "현황 자료에 적힌 학습 처리량 비율로 같은 일을 하는 노드 수를 어림했습니다.",
        "The nodes for the same work follow from the ratio of training throughput that the file states, an estimate.";
    OTHER_FITS:
        "{accelerator} {nodes}면 같은 일을 합니다. {block}: {start}부터 {term} 동안 들어갑니다.",
        "{nodes} of {accelerator} do the same work. {block} has room from {start} for {term}.";
    OTHER_FITS_BY_SIZE:
        "{accelerator} {nodes}면 같은 일을 합니다. 블록 규모만 보면 {block}: {start}부터 {term} 동안 들어갑니다.",
        "{nodes} of {accelerator} do the same work. By size alone, {block} has room from {start} for {term}.";
    OTHER_FITS_BY_RULES:
        "{accelerator} {nodes}면 같은 일을 합니다. 지금 이용이 끝난다면 {block}: {start}쯤부터 {term} 동안 들어갑니다(추정).",
        "{nodes} of {accelerator} do the same work. If present uses end, {block} has room from about {start} for {term} (inferred).";
    OTHER_FITS_BY_HOLDS:
        "{accelerator} {nodes}면 같은 일을 합니다. 자료에 적힌 점유로 보면 {block}: {start}부터 {term} 동안 들어갑니다.",
        "{nodes} of {accelerator} do the same work. By the holds in the file, {block} has room from {start} for {term}.";
    OTHER_ASK: "이렇게 신청해 보기", "Ask for this";
    RULES: "{call}의 규칙", "Rules of {call}";
    READ_ON: "확인한 날", "Read on";
    WHAT_NOT_SIZE:
        "배정 약속이 아닙니다. {as_of} 자료({hash})의 규모와 규칙만 보았습니다.",
        "Not a promise. Worked out from the sizes and rules in the file of {as_of} ({hash}).";
    WHAT_NOT_PUBLISHED:
        "배정 약속이 아닙니다. {as_of}까지 공개된 사실과 규칙으로 계산했고(자료 {hash}), 공개되지 않은 것은 알 수 없습니다.",
        "Not a promise. Worked out from what was published by {as_of}, rules among it (file {hash}). What is not published is not known.";
    WHAT_NOT_KNOWN:
        "배정 약속이 아닙니다. {as_of} 자료({hash})에 적힌 점유로 계산했고, 적히지 않은 점유는 알 수 없습니다.",
        "Not a promise. Worked out from the holds in the file of {as_of} ({hash}). Holds that it does not have are not known.";
    WHAT_NOT_SNAPSHOT:
        "배정 약속이 아닙니다. {as_of} 현황 자료({hash})로 정확히 계산했습니다.",
        "Not a promise. Computed exactly from the snapshot of {as_of} ({hash}).";
    WHAT_NOT_SCENARIO:
        "배정 약속이 아닙니다. {as_of} 자료({hash})에 가정을 더해 계산했습니다.",
        "Not a promise. Worked out from the file of {as_of} ({hash}) and your assumptions.";
    KEEP: "결과 저장과 공유", "Save and share";
    COPY_TEXT: "텍스트로 복사", "Copy as text";
    DOWNLOAD_JSON: "JSON 내려받기", "Download JSON";
    SAVE_ICS: "캘린더에 저장(ICS)", "Save to calendar (ICS)";
    HANDOVER: "운영자에게 넘길 파일", "Files for those who run the nodes";
    HANDOVER_HINT:
        "이 자리의 블록, 노드, 기간을 채운 파일입니다. 자료로 알 수 없는 곳은 <<FILL: …>>로 적혀 있습니다.",
        "Filled in with the block, nodes and time of this place. What is not known is written as <<FILL: …>>.";
    PRINT: "인쇄", "Print";
    PRINT_NOTHING:
        "인쇄 창이 열리지 않았다면 브라우저 메뉴에서 인쇄하거나, 링크를 복사해 다른 브라우저에서 열어 주세요.",
        "If no print window has opened, print from the browser's menu, or copy the link and open it in another browser.";
    LINK: "링크", "Link";
    NODE_MAP: "블록 안의 위치", "Where in the block";
}
