//! Words of the editor of assumed holds.

catalogue! {
    HEADING: "가정한 점유", "Assumed holds";
    INTRO:
        "이미 쓰이고 있을 노드를 가정하면 결과에 반영됩니다.",
        "Assume nodes that are in use already, and the result takes them into account.";
    NONE: "가정한 점유가 없습니다", "No holds are assumed";
    ADD: "점유 추가", "Add a hold";
    REMOVE: "지우기", "Remove";
    NUMBER: "가정한 점유 {number}", "Assumed hold {number}";
    LABEL: "가정한 점유", "Assumed hold";
    BLOCK: "노드 블록", "Block";
    BLOCK_CHOOSE: "노드 블록 고르기", "Choose a block";
    NODES: "노드", "Nodes";
    NODES_HINT:
        "노드 번호는 1-64,100처럼, 노드 수만 알면 *40처럼 적습니다",
        "Node numbers such as 1-64,100, or *40 where only the number of nodes is known";
    FROM: "시작일", "From";
    UNTIL: "종료일", "Until";
    UNTIL_HINT:
        "종료일 0시부터 다시 비며, 종료일이 없으면 계속 쓰입니다",
        "Free again from 00:00 on this day. Leave empty if it never ends";
    ADDED: "점유를 추가했습니다", "Hold added";
    FULL: "점유는 {count}건까지 추가할 수 있습니다", "At most {count} holds can be added";
}
