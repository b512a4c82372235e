//! Words of the timeline of the programme.

catalogue! {
    HEADING: "사업 일정", "Programme timeline";
    HINT:
        "GPU 확보 결정, 접수 기간, 알려진 이용이 언제까지인지를 오늘과 함께 보여 줍니다.",
        "When GPUs were bought, when calls were open, until when known uses last, and today.";
    WAVE: "{wave}년 확보", "Purchase of {wave}";
    SERVICE: "서비스 {service}", "in service {service}";
    DECIDED: "확보 결정", "Purchase decided";
    OPEN: "접수 기간", "Open for applications";
    RESULTS: "결과 발표", "Results published";
    FIRST_USE: "확인된 첫 이용", "First known use";
    USE: "공모 규칙상 이용 가능 기간", "Use possible by the call's rules";
    HELD: "공개된 사실로 본 점유", "Published hold";
    AFTER_CLOSING: "접수 마감 {days} 뒤", "{days} after closing";
    TODAY: "오늘 {date}", "Today, {date}";
    WHAT: "구분", "What";
    EVENT: "내용", "Event";
    FROM: "시작", "From";
    UNTIL: "끝", "Until";
    ABOUT: "비고", "Notes";
}
