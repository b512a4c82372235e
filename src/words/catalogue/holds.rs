//! Words of the editor of assumed holds.

catalogue! {
    HEADING: "가정한 점유", "Assumed holds";
    INTRO:
        "이미 쓰이고 있을 노드를 가정해 보면, 답이 그에 맞춰 바뀝니다.",
        "Assume nodes that are in use already, and the answer follows.";
    NONE: "가정한 점유가 없습니다", "No holds are assumed";
    ADD: "점유 더하기", "Add a hold";
    EDIT: "고치기", "Edit";
    REMOVE: "지우기", "Remove";
    REMOVE_ALL: "모두 지우기", "Remove all";
    NUMBER: "가정한 점유 {number}", "Assumed hold {number}";
    LABEL: "가정한 점유", "Assumed hold";
    LABEL_FIELD: "이름", "Label";
    BLOCK: "노드 블록", "Block";
    BLOCK_CHOOSE: "노드 블록 고르기", "Choose a block";
    NODES: "노드", "Nodes";
    NODES_HINT:
        "노드 번호는 1-64,100처럼, 대수만 알면 *40처럼 적습니다",
        "Node numbers such as 1-64,100, or *40 where only the count is known";
    FROM: "시작일", "From";
    UNTIL: "종료일", "Until";
    UNTIL_HINT:
        "종료일 0시부터 다시 비며, 종료일이 없으면 계속 쓰입니다",
        "Free again at 00:00 on the until date. Leave that empty if it never ends";
    ADDED: "점유를 더했습니다", "Hold added";
    REMOVED: "점유를 지웠습니다", "Hold removed";
    FULL: "점유는 {count}건까지 더할 수 있습니다", "At most {count} holds can be added";
}
