//! Words of the changes that a newer capacity file makes: for those who subscribe to them, and
//! beside the name of the fit view.

catalogue! {
    BADGE: "바뀐 답 {count}건", "Changed answers: {count}";
    FEED: "{site}: 현황 자료의 변경", "{site}: changes of the capacity file";
    ENTRY: "{date} 자료({hash})", "File of {date} ({hash})";
    FIRST: "이 목록의 첫 자료입니다: {blocks}, {nodes}, {holds}.", "The first file of this list: {blocks}, {nodes}, {holds}.";
    NOT_KNOWN:
        "앞선 자료가 없어 무엇이 바뀌었는지는 알 수 없습니다.",
        "What has changed is not known, as the file before was not at hand.";
    COMPARED: "{date} 자료({hash})와 비교했습니다.", "Compared with the file of {date} ({hash}).";
    SAME:
        "노드 블록, 점유, 공모 날짜, 확보, 알림은 그대로입니다.",
        "Blocks, holds, dates of calls, purchases and notices are the same.";
    MORE: "그 밖의 변경 {count}건", "{count} more changes";

    BLOCK_NEW: "새 노드 블록: {block}, {nodes}", "New block: {block}, {nodes}";
    BLOCK_GONE: "없어진 노드 블록: {block}, {nodes}", "Block gone: {block}, {nodes}";
    BLOCK_SIZE: "노드 블록 {block}: {was} → {now}", "Block {block}: {was} → {now}";
    HOLD_NEW: "새 점유: {hold}, {block}, {from} ~ {until}", "New hold: {hold}, {block}, {from} to {until}";
    HOLD_NEW_OPEN:
        "새 점유: {hold}, {block}, {from} ~ 끝을 알 수 없음",
        "New hold: {hold}, {block}, {from} to an end not known";
    HOLD_GONE: "없어진 점유: {hold}, {block}, {from} ~ {until}", "Hold gone: {hold}, {block}, {from} to {until}";
    HOLD_GONE_OPEN:
        "없어진 점유: {hold}, {block}, {from} ~ 끝을 알 수 없음",
        "Hold gone: {hold}, {block}, {from} to an end not known";
    HOLD_END: "점유의 끝: {hold}, {block}, {was} → {now}", "End of a hold: {hold}, {block}, {was} → {now}";
    HOLD_NAMELESS: "이름 없는 점유", "hold without a name";
    END_NOT_KNOWN: "알 수 없음", "not known";
    CALL_NEW: "새 공모: {call}", "New call: {call}";
    CALL_GONE: "없어진 공모: {call}", "Call gone: {call}";
    CALL_DATE: "{call}, {what}: {was} → {now}", "{call}, {what}: {was} → {now}";
    OPENS: "접수 시작", "opens";
    CLOSES: "접수 마감", "closes";
    RESULTS: "결과 발표", "results";
    ENDS: "이용 종료 시한", "use ends by";
    PURCHASE_NEW: "새 확보: {purchase}", "New purchase: {purchase}";
    PURCHASE_GONE: "없어진 확보: {purchase}", "Purchase gone: {purchase}";
    NOTICE_NEW: "새 알림: {text}", "New notice: {text}";
    NOTICE_GONE: "내려간 알림: {text}", "Notice gone: {text}";
}
