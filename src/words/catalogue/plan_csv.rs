//! Headings and words of a plan as a table for a spreadsheet.

catalogue! {
    RANK: "순위", "rank";
    ID: "신청번호", "id";
    TITLE: "과제명", "title";
    CLASS: "신청 주체", "class";
    SCORE: "점수", "score";
    SUBMITTED: "접수일시", "submitted_at";
    ASKED: "신청 노드", "nodes_asked";
    RESULT: "결과", "result";
    BLOCK: "노드 블록", "block";
    NODES: "배정 노드", "nodes";
    GPUS: "배정 GPU", "gpus";
    FROM: "시작일", "from";
    UNTIL: "종료일(이날부터 비움)", "until";
    WAIT: "기다린 시간", "wait_hours";
    GPU_HOURS: "GPU시간", "gpu_hours";
    NODE_NUMBERS: "노드 번호", "node_numbers";
    WHY: "미배정 사유", "why_not";
    GIVEN: "배정", "given";
    REFUSED: "미배정", "refused";
}

use super::Entry;

/// Headings in their order.
pub const HEADINGS: [Entry; 17] = [
    RANK,
    ID,
    TITLE,
    CLASS,
    SCORE,
    SUBMITTED,
    ASKED,
    RESULT,
    BLOCK,
    NODES,
    GPUS,
    FROM,
    UNTIL,
    WAIT,
    GPU_HOURS,
    NODE_NUMBERS,
    WHY,
];
