//! Words of a why-not, and of the single changes that would mend it.

catalogue! {
    NEVER: "불가", "Never";
    RULE: "규칙", "Rule";
    CAPACITY: "수량", "Capacity";
    PLACEMENT: "배치", "Placement";

    OTHER_ACCELERATOR:
        "{accelerator} 블록이며, 신청에서 고르지 않은 가속기입니다.",
        "This is a block of {accelerator}, which the request does not accept.";
    LARGER_THAN_BLOCK:
        "블록을 다 비워도 {nodes}뿐이라 {short}가 모자랍니다.",
        "The whole block has {nodes}, which is {short} too few.";
    LARGER_THAN_PLACEMENT:
        "블록을 다 비워도 이 배치({placement})로는 {nodes}까지입니다.",
        "Even with nothing held, this placement ({placement}) reaches {nodes}.";
    LONGER_THAN_WINDOW:
        "{start}부터 쓰면 {latest}까지 끝나지 않습니다.",
        "From {start} it would not end by {latest}.";

    RULE_ACCELERATOR:
        "이 공모({call})에는 {accelerator} 가속기가 없습니다.",
        "{call} does not offer {accelerator}.";
    RULE_CLASS:
        "이 공모({call})는 {class} 신청을 받지 않습니다.",
        "{call} is not open to this applicant ({class}).";
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
        "이 공모({call})의 사용은 {date}까지 끝나야 합니다.",
        "Every use under {call} must end by {date}.";

    TOO_FEW_FREE:
        "기간 내내 비는 노드가 {free}뿐이라 {short}가 모자랍니다.",
        "{free} stay free for the whole term, {short} too few.";
    TOO_FEW_FREE_NONE:
        "기간 내내 비는 노드가 없습니다.",
        "No node stays free for the whole term.";
    NOT_PLACED:
        "{free}가 비지만 이 배치({placement})로는 {placed}까지입니다.",
        "{free} stay free, but this placement ({placement}) reaches {placed}.";
    HELD_BY:
        "{from}부터 {until}까지 {holds} 때문입니다.",
        "From {from} to {until} by {holds}.";
    HOLD_OF: "{label}({nodes})", "{label} ({nodes})";
    AND_MORE: "{holds} 외 {more}", "{holds} and {more} more";
    NOT_DELIVERED: "미도입", "not yet delivered";

    CHANGE_START: "{date}부터 쓰기", "Start on {date}";
    CHANGE_NODES: "{nodes}로 신청", "Ask for {nodes}";
    CHANGE_TERM: "{term} 동안 쓰기", "Use it for {term}";
    CHANGE_PLACEMENT: "배치 바꾸기: {placement}", "Place {placement}";
    CHANGE_ACCELERATOR: "{accelerator} 쓰기", "Use {accelerator}";
}
