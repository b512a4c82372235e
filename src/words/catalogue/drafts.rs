//! Words of drafts: their names, their changes, their buttons.

catalogue! {
    CHANGED:
        "새 자료로 초안 {count}건의 답이 바뀌었습니다",
        "Newer data changed the answers of drafts: {count}";
    CHANGED_OPEN: "열기", "Open";
    CHANGED_SEEN: "확인했습니다", "Seen";
    NOTIFY: "바뀌면 브라우저 알림 받기", "Notify me of changes";
    NOTIFY_STOP: "알림 그만 받기", "Stop notifying me";
    NOTIFY_HINT:
        "이 페이지가 열려 있는 동안에만 알립니다. 서버에는 아무것도 보내지 않습니다.",
        "Only while this page is open. Nothing is sent to a server.";
    NOTIFY_ON: "바뀌면 알려 드립니다.", "You will be notified of changes.";
    NOTIFY_OFF: "알리지 않습니다.", "You will not be notified.";
    NOTIFY_DENIED:
        "브라우저가 이 페이지의 알림을 띄우지 않습니다. 브라우저의 사이트 설정에서 바꿀 수 있습니다.",
        "The browser shows no notifications of this page. Its settings for this site may change that.";
    HEADING: "초안", "Drafts";
    NAME_NEW: "초안 {number}", "Draft {number}";
    FRESH: "새 신청", "New request";
    FROM_LINK: "링크로 연 신청", "From a link";
    GONE: "지워진 초안", "Deleted draft";
    SAVED: "저장됨", "Saved";
    SAVING: "저장 중", "Saving";
    NOT_SAVED: "저장하지 않음", "Not saved";
    SAVE_AS: "초안으로 저장", "Save as a draft";
    UNDO: "되돌리기", "Undo";
    REDO: "다시 하기", "Redo";
    NONE:
        "저장된 초안이 없습니다. 입력하면 자동으로 저장됩니다.",
        "No drafts yet. What you type is saved automatically.";
    SUMMARY_NODES: "노드 {nodes}", "{nodes} nodes";
    SUMMARY_GPUS: "GPU {nodes}장", "{nodes} GPUs";
    SUMMARY_EMPTY: "입력한 내용 없음", "Nothing typed";
    RENAME: "이름 바꾸기", "Rename";
    NAME: "초안 이름", "Name of the draft";
    DONE: "확인", "Done";
    DUPLICATE: "복제", "Duplicate";
    COPY_OF: "{name} 사본", "Copy of {name}";
    DELETE: "지우기", "Delete";
    DELETED: "‘{name}’ 초안을 지웠습니다.", "Deleted the draft “{name}”.";
    PUT_BACK: "되살리기", "Restore";
    BEGIN_ANEW: "새로 시작", "New request";
    RESTORED: "‘{name}’ 초안을 이어서 작성합니다.", "Continuing your draft “{name}”.";
    FORBIDDEN:
        "이 브라우저는 초안 저장을 막아 두었습니다. 입력한 내용은 주소에 남습니다.",
        "This browser does not let the page save drafts. What you type stays in the address.";
    QUOTA:
        "브라우저의 저장 공간이 가득 차 초안을 저장하지 못했습니다. 입력한 내용은 화면과 주소에 그대로 있습니다.",
        "The browser has no room left to save this draft. What you typed is still on the page and in the address.";
    FULL:
        "초안은 {count}개까지 저장합니다. 쓰지 않는 초안을 지우면 저장됩니다.",
        "At most {count} drafts are kept. Delete one that you do not need, and this one is saved.";
    TOO_LONG:
        "가정한 점유가 많아 초안에 다 담지 못합니다. 일부를 지우면 저장됩니다.",
        "There are too many assumed holds for a draft. Remove some, and it is saved.";
    BROKEN:
        "저장된 초안 가운데 읽지 못한 것이 있습니다. 원본은 지우지 않고 따로 두었습니다.",
        "Some saved drafts cannot be read. The original text is kept aside, untouched.";
    BROKEN_STUCK:
        "저장된 초안을 읽지 못했고, 따로 둘 공간도 없습니다. 원본이 지워지지 않도록 저장을 멈췄습니다.",
        "The saved drafts cannot be read, and there is no room to keep them aside. Saving has stopped, so that nothing is lost.";
    BROKEN_DOWNLOAD: "원본 내려받기", "Download the original";
    BROKEN_DISCARD: "원본 버리기", "Discard the original";
    CLASH_CHANGED:
        "다른 탭에서 이 초안을 바꿨습니다. 고를 때까지 저장을 멈춥니다.",
        "Another tab changed this draft. Saving waits until you choose.";
    CLASH_DELETED:
        "다른 탭에서 이 초안을 지웠습니다. 입력한 내용은 화면에 그대로 있습니다.",
        "Another tab deleted this draft. What you typed is still on the page.";
    TAKE_THEIRS: "다른 탭의 내용 쓰기", "Use the other tab's";
    KEEP_MINE: "이 탭의 내용을 새 초안으로", "Keep this one as a new draft";
    LET_GO: "저장하지 않고 계속", "Continue without saving";
}
