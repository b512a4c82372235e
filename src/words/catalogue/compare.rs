//! Words of the comparison of requests.

catalogue! {
    HEADING: "비교", "Comparison";
    CAPTION: "지금 신청과 담아 둔 신청", "This request beside those pinned";
    NOTE:
        "지금 신청과 다른 것은 굵게 쓰고 ≠ 표를 했습니다.",
        "What differs from this request is bold and marked ≠.";
    PIN: "비교에 담기", "Pin to compare";
    PINNED: "비교에 담았습니다.", "Pinned.";
    ALREADY: "이미 비교에 있습니다.", "It is pinned already.";
    FULL:
        "비교에는 {count}개까지 담습니다. 하나를 빼고 다시 담아 주세요.",
        "At most {count} can be pinned. Remove one and pin again.";
    TOO_LONG:
        "링크에 다 담기지 않아 비교에 담지 못했습니다. 가정한 점유를 줄여 주세요.",
        "This would not fit in the link, so it was not pinned. Remove some assumed holds.";
    SEE: "비교 보기", "See the comparison";
    NOW: "지금 신청", "This request";
    PIN_NUMBER: "담은 신청 {number}", "Pinned {number}";
    OPEN: "열기", "Open";
    COPY: "링크 복사", "Copy link";
    REMOVE: "빼기", "Remove";
    DIFFERS: "다름", "differs";
    INCOMPLETE: "고칠 곳이 있음", "Needs a change";
    RESULT: "결과", "Result";
    FROM: "희망 시작일", "Start asked for";
    APPLICANT: "공모와 신청 주체", "Call and applicant";
    NO_CALL: "공모 없음", "No call";
    RESTS_ON: "계산 근거", "Based on";
    START: "들어가는 시작일", "Start offered";
    NO_WAIT: "없음", "None";
}
