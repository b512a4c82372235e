//! Words of submitting an application: its destination, its status, its outcome.

catalogue! {
    HEADING: "제출", "Submission";
    WHAT_GOES:
        "내려받는 JSON과 같은 파일을 {host} 서버로 보냅니다. 이름이나 연락처는 들어 있지 않습니다.",
        "The file that you can also download as JSON goes to {host}. It holds no name and no contact details.";
    SUBMIT: "제출하기", "Submit";
    SUBMITTING: "보내는 중", "Submitting";
    SUBMITTED: "제출함", "Submitted";
    DISCARD: "확인 그만두기", "Stop checking";

    NOT_YET: "이 신청은 아직 제출하지 않았습니다.", "This request has not been submitted yet.";
    INCOMPLETE: "표시한 곳을 고치면 제출할 수 있습니다.", "Change the marked fields to submit it.";
    UNDER_WAY:
        "신청을 보내는 중입니다. 끝날 때까지 이 창을 닫지 말아 주세요.",
        "Your application is on its way. Please keep this window open.";
    ACCEPTED: "신청이 접수되었습니다.", "Your application has been received.";
    PENDING:
        "서버가 신청을 받아 처리하고 있습니다. 아직 접수가 확정되지는 않았습니다.",
        "The server has your application and is working on it. It is not confirmed yet.";
    RECEIPT: "접수 번호", "Receipt";
    LAST_RECEIPT: "앞서 제출한 신청의 접수 번호", "Receipt of your last application";
    GO_ON: "접수한 사이트에서 계속하기", "Continue where it was received";

    REFUSED:
        "서버가 신청을 받지 않았습니다(HTTP {status}).",
        "The server did not accept your application (HTTP {status}).";
    SERVER_SAYS: "서버가 밝힌 이유", "What the server says";
    NO_REASON: "서버는 이유를 밝히지 않았습니다.", "The server gave no reason.";
    REFUSED_DO:
        "신청을 고쳐 다시 제출해 주세요. 새 신청으로 보냅니다.",
        "Change the request and submit it again. It counts as a new application.";

    LATER:
        "서버가 지금은 처리하지 못한다고 답했습니다(HTTP {status}).",
        "The server cannot deal with it now (HTTP {status}).";
    STILL_WORKING:
        "서버가 먼저 보낸 같은 신청을 아직 처리하고 있습니다.",
        "The server is still working on the same application as it was sent before.";
    STRANGE:
        "서버에서 알아볼 수 없는 답이 왔습니다. 로그인 화면이나 다른 주소로 넘기는 답일 수 있습니다.",
        "The server's answer cannot be understood. It may be a login page or lead elsewhere.";
    OPEN:
        "앞서 보낸 신청의 결과를 확인하지 못했습니다.",
        "The outcome of an application sent earlier is not known.";
    MAYBE:
        "신청이 도착했을 수도, 도착하지 않았을 수도 있습니다.",
        "Your application may or may not have arrived.";
    SAFE:
        "다시 시도해도 같은 신청으로 보므로 두 번 접수되지 않습니다.",
        "It is safe to try again, because it counts as the same application.";
    AS_IT_WAS:
        "다시 시도하면 그때 보낸 그대로 보냅니다. 그 뒤에 바꾼 내용은 들어가지 않습니다.",
        "Trying again sends it as it was. What you changed since is not in it.";
    DISCARD_WHAT:
        "‘확인 그만두기’를 누르면 더는 확인하지 않습니다. 이미 도착했다면 접수된 채로 남습니다.",
        "“Stop checking” gives up on it. If it has arrived, it stays with the server.";
    NOT_KEPT:
        "브라우저에 저장하지 못해, 이 창을 닫거나 새로 고치면 다시 시도할 수 없습니다.",
        "The browser could not save it, so it can be tried again only while this window is open.";
    CANNOT:
        "이 브라우저에서는 제출할 수 없습니다. JSON을 내려받아 두고 다른 브라우저에서 제출해 주세요.",
        "This browser cannot submit it. Please keep the JSON and submit from another browser.";

    NOT_SUBMITTED:
        "파일을 내려받는 것만으로는 신청되지 않습니다.",
        "Downloading the file submits nothing.";
}
