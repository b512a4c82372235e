//! Words of the picture of the programme in time.

catalogue! {
    HEADING: "사업의 흐름", "The programme in time";
    HINT:
        "언제 확보를 결정하고 모집했는지, 알려진 이용이 언제까지인지 오늘과 함께 보여 줍니다.",
        "When GPUs were bought and calls were open, and until when known uses last, with today.";
    WAVE: "{wave}년 확보", "Purchase of {wave}";
    SERVICE: "서비스 {service}", "in service {service}";
    DECIDED: "확보 결정", "Purchase decided";
    OPEN: "접수 기간", "Open for applications";
    RESULTS: "결과 발표", "Results published";
    FIRST_USE: "확인된 첫 이용", "First use seen";
    USE: "이용할 수 있는 기간", "Uses have to end within";
    HELD: "공개된 사실로 본 점유", "Published hold";
    AFTER_CLOSING: "접수 마감 {days} 뒤", "{days} after closing";
    TODAY: "오늘 {date}", "Today, {date}";
    WHAT: "무엇", "What";
    EVENT: "일", "Event";
    FROM: "시작", "From";
    UNTIL: "끝", "Until";
    ABOUT: "설명", "Notes";
}
