//! Words of the state of the capacity file: loading, stale, out of reach, refused, replaced.

catalogue! {
    UNEXPLAINED: "여기를 읽을 수 없습니다.", "This could not be read.";
    RECEIVED_OF: "받은 크기 {received} / {total}", "{received} of {total} received";
    RECEIVED: "받은 크기 {received}", "{received} received";

    STALE:
        "{as_of} 기준 자료({age})라 지금과 다를 수 있습니다.",
        "This data is of {as_of}, {age}, and may be out of date.";
    REVIEW_DUE:
        "{as_of}까지({age}) 확인한 자료입니다. 그 뒤의 공고나 결과가 빠져 있을 수 있습니다.",
        "These facts were last checked on {as_of}, {age}. Newer notices or results may be missing.";
    CLOCK:
        "자료의 날짜({as_of})가 오늘보다 뒤입니다. 자료의 날짜나 이 기기의 날짜가 틀렸습니다.",
        "The data is dated {as_of}, which is after today. Its date is wrong, or that of this device.";
    COPY_OF:
        "{kept}에 받아 둔 사본을 보여 줍니다.",
        "This is an offline copy of {kept}.";
    OFFLINE:
        "{since}부터 새 자료를 확인하지 못했습니다.",
        "The page has not been able to look for newer data since {since}.";
    REFUSED:
        "새 자료를 읽을 수 없어 앞의 자료를 그대로 보여 줍니다.",
        "The new file cannot be read, so the last good one stays.";
    TRIES_AGAIN: "자동으로 다시 확인합니다.", "The page tries again by itself.";
    TRY_NOW: "지금 확인", "Try now";
    CLOSE: "닫기", "Close";

    NO_CONNECTION: "서버에 연결할 수 없습니다.", "The server cannot be reached.";
    STATUS: "서버가 오류로 답했습니다(HTTP {status}).", "The server answered with an error (HTTP {status}).";
    TIMED_OUT: "서버가 제때 답하지 않습니다.", "The server does not answer in time.";
    TOO_LARGE:
        "파일 크기가 읽을 수 있는 한도({most})를 넘습니다.",
        "The file is larger than can be read ({most}).";
    NOT_DATA:
        "JSON 파일이 아닌 것이 왔습니다. 로그인 화면이나 오류 화면일 수 있습니다.",
        "Something other than a JSON file came, perhaps a login or error page.";
    SETTINGS_MISSING:
        "config.json: 설정 파일을 받지 못해 기본값을 씁니다. {why}",
        "config.json: the settings could not be fetched, so defaults are used. {why}";

    UPDATED: "새 자료({as_of})로 바꾸었습니다.", "Now showing the newer data of {as_of}.";
    BEST_CHANGED:
        "가장 좋은 자리가 바뀌었습니다. 전: {was}. 지금: {now}.",
        "The best offer has changed. Was: {was}. Now: {now}.";
    OFFER: "{block}, {date}부터 {nodes}", "{block}, {nodes} from {date}";
    NO_OFFER: "자리 없음", "no room";
    HOLDS_ADDED: "새로 생긴 점유 때문입니다: {holds}.", "Because of what was added: {holds}.";
    HOLDS_GONE: "없어진 점유 때문입니다: {holds}.", "Because of what is gone: {holds}.";
}
