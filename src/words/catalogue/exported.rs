//! Words of exported files: headings of tables, entries of calendars.

catalogue! {
    AS_SHOWN: "{column}: 화면 표기", "{column}: as shown";
    ADDRESS: "{column}: 주소", "{column}: address";
    MARK: "{column}: 비고", "{column}: remark";

    OFFER_EVENT: "{block} {nodes}: 미리 본 자리(배정 아님)", "{block}, {nodes}: previewed place, not an award";
    CALLS: "{site}: 공모 일정", "{site}: dates of calls";
    CALL_OPENS: "{call}: 접수 시작", "{call}: opens";
    CALL_CLOSES: "{call}: 접수 마감", "{call}: closes";
    CALL_RESULTS: "{call}: 결과 발표", "{call}: results published";
    CALL_FIRST_USE: "{call}: 확인된 첫 이용", "{call}: first known use";
    CALL_ENDS: "{call}: 이용 마지막 날", "{call}: last day of use";
    FROM_FILE: "{date} 자료({hash})에 적힌 날짜입니다.", "As the file of {date} ({hash}) has it.";
}
