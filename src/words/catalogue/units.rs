//! Words that stand in for a number or a date.

catalogue! {
    TODAY: "오늘", "today";
    DAYS_AGO: "{days} 전", "{days} ago";
    NO_END: "기한 없음", "no end";
    SINCE_EVER: "처음부터", "from the beginning";
    NONE: "없음", "none";
}
