//! Words of a why-not, and of the single changes that would remove it.

catalogue! {
    NEVER: "불가", "Never";
    RULE: "규칙", "Rule";
    CAPACITY: "수량", "Capacity";
    PLACEMENT: "배치", "Placement";

    OTHER_ACCELERATOR:
        "{accelerator} 블록이며, 신청에서 고르지 않은 가속기입니다.",
        "This is a block of {accelerator}, which is not chosen.";
    LARGER_THAN_BLOCK:
        "블록을 다 비워도 {nodes}뿐이라 {short}가 모자랍니다.",
        "The whole block has {nodes}, which is {short} too few.";
    LARGER_THAN_PLACEMENT:
        "블록을 다 비워도 이 배치({placement})로는 {nodes}까지입니다.",
        "Even an empty block has room for only {nodes} {placement}.";
    LONGER_THAN_WINDOW:
        "{start}부터 쓰면 {latest}까지 끝나지 않습니다.",
        "Starting on {start}, it would not end by {latest}.";

    RULE_ACCELERATOR:
        "이 공모({call})에는 {accelerator} 가속기가 없습니다.",
        "{call} does not offer {accelerator}.";
    // The particle goes by `공모`, so the name in the bracket may end in any sound.
    RULE_CLASS: "이 공모({call})는 {class} 신청을 받지 않습니다.", "{call} is not open to {class}.";
    RULE_TOO_FEW:
        "이 공모({call})에서는 과제당 {nodes} 이상 신청해야 합니다.",
        "{call} asks for at least {nodes} per project.";
    RULE_TOO_MANY:
        "이 공모({call})에서는 과제당 {nodes} 이하로 신청해야 합니다.",
        "{call} allows at most {nodes} per project.";
    RULE_TOO_SHORT:
        "이 공모({call})의 기간은 {term} 이상입니다.",
        "{call} asks for a term of at least {term}.";
    RULE_TOO_LONG:
        "이 공모({call})의 기간은 {term} 이하입니다.",
        "{call} allows a term of at most {term}.";
    RULE_ENDS_TOO_LATE:
        "이 공모({call})의 이용은 {date}까지 끝나야 하는데, {start}부터 쓰면 {end}에 끝납니다.",
        "Uses under {call} have to end by {date}; from {start} this request would end on {end}.";

    TOO_FEW_FREE:
        "기간 내내 {free}만 비어 {short}가 모자랍니다.",
        "Only {free} would be free for the whole term, {short} too few.";
    TOO_FEW_FREE_NONE: "기간 내내 비는 노드가 없습니다.", "No node is free for the whole term.";
    NOT_PLACED:
        "{free}가 비지만 이 배치({placement})로는 {placed}까지입니다.",
        "{free} would be free, but only {placed} {placement}.";
    HELD_BY:
        "{from}부터 {until}까지 {holds} 때문입니다.",
        "The reason from {from} to {until}: {holds}.";
    PUBLISHED_UNTIL:
        "{nodes} 사용 중: {label}. 공개된 규칙상 {until}쯤 끝납니다({surety}).",
        "{nodes} taken: {label}. By the published rules this ends about {until} ({surety}).";
    PUBLISHED_WITHOUT_END:
        "{nodes} 사용 중: {label}({surety}). 언제 끝나는지는 공개되지 않았습니다.",
        "{nodes} taken: {label} ({surety}). When that ends is not published.";
    ALL_NODES: "모든 노드", "All nodes";
    SURE: "원문 확인", "read at the source";
    THIRD_PARTY: "제3자 자료로 확인", "from a third party";
    INFERRED: "추정", "inferred";
    HOLD_OF: "{label}({nodes})", "{label} ({nodes})";
    AND_MORE: "{holds} 외 {more}", "{holds} and {more} more";
    NOT_DELIVERED: "미도입", "not yet delivered";

    LEAD_ONLY_OFFER: "자리가 있는 블록은 이곳뿐입니다.", "It is the only block with room.";
    LEAD_EARLIER_START:
        "다른 블록보다 일찍 들어갑니다.",
        "It fits here earlier than in any other block.";
    LEAD_MORE_NODES:
        "같은 날 시작하는 블록 가운데 노드가 가장 많습니다.",
        "Of the blocks with the same start it has the most nodes.";
    LEAD_FEWER_LEAVES_BROKEN:
        "자리가 있는 블록 가운데 연속으로 빈 리프가 가장 적게 줄어듭니다.",
        "Of the blocks with room, its longest run of free leaves shrinks least.";
    LEAD_SHORTER_RUNS_BROKEN:
        "자리가 있는 블록 가운데 연속으로 빈 노드가 가장 적게 줄어듭니다.",
        "Of the blocks with room, its longest run of free nodes shrinks least.";
    LEAD_SMALLER_BLOCK: "다른 조건이 같은 블록 가운데 가장 작습니다.", "All else being equal, it is the smallest block.";
    LEAD_FILE_ORDER: "다른 조건이 모두 같아 자료에 먼저 나온 블록입니다.", "All else being equal, it comes first in the file.";

    BECAUSE_ADDED: "새로 생긴 점유 때문입니다.", "Because of a hold that was added.";
    BECAUSE_REMOVED:
        "이전 자료에서 이 자리를 막던 점유가 없어졌기 때문입니다.",
        "Because a hold is gone that stood in the way of this offer in the older file.";
    BECAUSE_DELIVERED_LATER: "도입이 늦어졌기 때문입니다.", "Because the block is delivered later.";
    BECAUSE_DELIVERED_EARLIER: "도입이 빨라졌기 때문입니다.", "Because the block is delivered earlier.";
    BECAUSE_BLOCK_IS_NEW: "새 노드 블록입니다.", "The block is new.";
    BECAUSE_BLOCK_IS_GONE: "없어진 노드 블록입니다.", "The block is gone.";
    BECAUSE_BLOCK_IS_CHANGED:
        "블록의 노드나 리프, 가속기가 바뀌었습니다.",
        "The block has other nodes, leaves or accelerators.";
    BECAUSE_RULES_ARE_CHANGED: "공모의 규칙이 바뀌었습니다.", "The call has other rules.";

    CHANGE_START: "{date}에 시작", "Start on {date}";
    CHANGE_NODES: "{nodes}로 신청", "Ask for {nodes}";
    CHANGE_TERM: "{term} 동안 이용", "Use for {term}";
    CHANGE_PLACEMENT: "배치 변경: {placement}", "Place it {placement}";
    CHANGE_ACCELERATOR: "가속기 변경: {accelerator}", "Use {accelerator}";
}
