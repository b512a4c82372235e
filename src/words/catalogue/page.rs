//! Words of the whole page: title, notices, scenarios, buttons, states of a node, failures.

catalogue! {
    TITLE: "{name}: GPU 노드 미리보기", "{name}: GPU capacity preview";
    SITE_ABOUT:
        "GPU 노드를 신청하면 들어갈 자리가 있는지, 언제부터인지, 왜 안 되는지 브라우저에서 미리 봅니다.",
        "See in your browser whether a request for GPU nodes fits, from when, and why not.";
    NAME: "자리", "Jari";
    TAGLINE: "우리 자리가 있을까요?", "Is there a place for us?";
    SKIP_TO_CONTENT: "본문으로 건너뛰기", "Skip to content";
    VIEWS: "화면", "Views";
    VIEW_CAPACITY: "현황", "Capacity";
    VIEW_SIZE: "필요한 규모", "Size";
    VIEW_FIT: "맞춰보기", "Fit";
    VIEW_ROUND: "회차", "Round";
    VIEW_DATA: "내 자료", "Your data";

    UNOFFICIAL: "비공식 미리보기입니다", "This is an unofficial preview";
    RUN_BY: "운영: {operator}", "Run by {operator}";
    PREVIEW_ONLY: "배정을 약속하지 않는 미리보기입니다", "This is a preview, not a promise";
    APPLY_AT: "신청하는 곳", "Where to apply";
    APPLY_THERE: "실제 신청은 {name}에서 합니다.", "The real application is made at {name}.";
    SUBMITTED_TO:
        "여기서 제출한 신청은 이 사이트가 정한 서버로 갑니다.",
        "What is submitted here goes to the server that this site names.";

    BY_SIZE: "공개된 규모만", "Size alone";
    BY_SIZE_NOTICE:
        "있다고 공개된 노드의 규모입니다. 지금 누가 쓰는지는 반영하지 않았습니다.",
        "These nodes were published to exist. Who uses them now is not counted.";
    BY_SIZE_LEFT_OUT:
        "블록 규모와 규칙만 봅니다. 공개된 사실로 본 점유는 반영하지 않았습니다.",
        "Sizes and rules alone. Published holds are left out.";
    PUBLISHED_UNKNOWN:
        "공개된 사실과 규칙으로 본 점유입니다. 공개되지 않은 것은 알 수 없습니다.",
        "Nodes taken, as far as published facts and rules tell. What is not published is not known.";
    PUBLISHED: "공개된 사실", "Published facts";
    PUBLISHED_NOTICE:
        "{as_of}({age})까지 공개된 사실과 규칙으로 본 점유(이미 쓰이는 노드)입니다. 공개되지 않은 것은 알 수 없습니다.",
        "Nodes taken, as far as facts and rules published by {as_of} ({age}) tell. What is not published is not known.";
    KNOWN: "자료에 적힌 점유", "Holds in the file";
    KNOWN_NOTICE:
        "{as_of}({age}) 자료에 적힌 점유입니다. 점유를 모두 적었다고 밝히지 않은 자료라, 적히지 않은 점유는 알 수 없습니다.",
        "Nodes taken as the file of {as_of} ({age}) has them. It does not say that these are all, so holds that it does not have are not known.";
    SNAPSHOT: "현황 자료", "Snapshot";
    SNAPSHOT_NOTICE:
        "{as_of} 현황 자료({hash})로 정확히 계산한 결과이며, 약속은 아닙니다.",
        "Computed exactly from the snapshot of {as_of} ({hash}). It is not a promise.";
    SCENARIO: "가정", "Scenario";
    SCENARIO_NOTICE:
        "실제가 아닌 가정이 들어 있습니다.",
        "This includes assumptions that are not real.";
    BUSY_YEAR: "합성 예시: 바쁜 한 해", "Synthetic busy year";
    BUSY_YEAR_NOTICE:
        "난수로 만든 합성 예시입니다. 실제 점유가 아닙니다.",
        "Made up at random. These are not real holds.";
    BUSY_YEAR_INSTEAD:
        "공개된 사실로 본 점유 대신 난수로 만든 합성 예시를 씁니다. 실제 점유가 아닙니다.",
        "A made-up example replaces the published holds. These are not real holds.";
    OCCUPANCY: "점유(이미 쓰이는 노드)", "Holds (nodes already taken)";
    OCCUPANCY_PUBLISHED: "공개된 사실로 본 점유", "Published holds";
    OCCUPANCY_PUBLISHED_HINT:
        "공개된 사실과 규칙에 따릅니다.",
        "As published facts and rules tell.";
    OCCUPANCY_NONE: "점유 자료 없음", "No known holds";
    OCCUPANCY_SIZE: "규모만 보기", "Size alone";
    OCCUPANCY_SIZE_HINT:
        "공개된 사실로 본 점유를 반영하지 않습니다. 비어 있다는 뜻이 아닙니다.",
        "Leaves published holds out. This does not mean that nodes are free.";
    ASSUMED_HOLDS_NOTICE: "직접 가정한 {holds}을 반영했습니다.", "Counts {holds} that you assumed.";

    STATE_FREE: "비어 있음", "Free";
    STATE_NOT_KNOWN: "점유 자료 없음", "No known hold";
    STATE_HELD: "점유", "Held";
    STATE_PUBLISHED: "공개된 사실로 본 점유", "Published hold";
    STATE_ASSUMED: "가정한 점유", "Assumed hold";
    STATE_OFFER: "이 신청", "Your request";
    STATE_NOT_YET: "미도입", "Not yet delivered";
    LETTER_FREE: "빈", "F";
    LETTER_NOT_KNOWN: "모", "U";
    LETTER_HELD: "점", "H";
    LETTER_PUBLISHED: "공", "P";
    LETTER_ASSUMED: "가", "A";
    LETTER_OFFER: "자", "O";
    LETTER_NOT_YET: "미", "N";

    COPY_LINK: "링크 복사", "Copy link";
    COPIED: "복사했습니다", "Copied";
    COPIED_OWN:
        "복사했습니다. 이 링크의 답은 내 파일로 본 것입니다. 받는 사람에게는 그 파일이 없어 공개 자료로 계산되며, 그렇다는 안내가 나옵니다.",
        "Copied. The answer rests on your own file, which the other side does not have. Their page goes by the published file, and says so.";
    COPY_BY_HAND:
        "이 브라우저에서는 자동으로 복사하지 못했습니다. 아래에 선택해 둔 내용을 직접 복사해 주세요.",
        "This browser did not copy it. Please copy the text selected below.";
    TO_COPY: "복사할 내용", "Text to copy";
    DOWNLOADED: "내려받았습니다", "Downloaded";
    DOWNLOAD_FAILED:
        "파일을 만들지 못했습니다. 텍스트로 복사해 주세요.",
        "The file could not be made. Please copy as text.";
    FILE_FAILED: "파일을 만들지 못했습니다", "The file could not be made";
    SAVE_CSV: "표를 CSV로 저장", "Save table as CSV";
    SAVE_SVG: "그림을 SVG로 저장", "Save picture as SVG";
    SAVE_PNG: "그림을 PNG로 저장", "Save picture as PNG";
    LINK_TOO_LONG:
        "가정한 점유가 많아 링크에 다 담지 못합니다. 일부를 지우고 다시 복사해 주세요.",
        "There are too many assumed holds for a link. Remove some and copy again.";
    LINK_UNREAD:
        "링크에서 읽지 못한 부분: {parts}. 반영하지 않았으니 아래 내용이 맞는지 확인해 주세요.",
        "Parts of the link that could not be read: {parts}. They are left out, so please check what is shown below.";
    LINK_OWN:
        "이 링크는 보낸 사람이 가진 파일({hash})로 본 것입니다. 그 파일이 여기에 없어 이 사이트의 자료로 계산했습니다. 같은 파일이 있으면 ‘내 자료’에서 여세요.",
        "This link was made with a file of somebody's own ({hash}), which is not here. What follows goes by this site's file. If you have that file, open it in the view for your own data.";
    LANGUAGE_OTHER: "English", "한국어";
    RESET: "처음으로 되돌리기", "Reset";
    SHOW_TABLE: "표로 보기", "Show as a table";

    LOADING: "현황 자료를 불러오는 중입니다", "Loading the capacity file";
    LOAD_FAILED: "현황 자료를 불러오지 못했습니다", "The capacity file could not be loaded";
    LOAD_FAILED_DO:
        "연결을 확인하고 다시 시도해 주세요.",
        "Check the connection and try again.";
    LOAD_REFUSED: "현황 자료를 읽을 수 없습니다", "The capacity file cannot be read";
    VIEW_FAILED: "이 화면을 불러오지 못했습니다", "This view could not be loaded";
    VIEW_FAILED_DO:
        "연결이 끊겼거나 새 버전이 올라왔습니다. 입력한 내용은 주소에 있으니 새로 고쳐 주세요.",
        "The connection was lost, or there is a new version. What you typed is in the address. Please reload.";
    RELOAD: "새로 고침", "Reload";
    RETRY: "다시 시도", "Try again";
    FILE_PROBLEMS: "현황 자료에서 찾은 문제", "Problems found in the capacity file";
    NO_BLOCKS: "현황 자료에 노드 블록이 없습니다", "The capacity file has no blocks";

    CERTAIN_EXACT: "노드별 점유 자료(정확함)", "Holds of every node (exact)";
    CERTAIN_EXACT_WHY:
        "모든 노드의 점유를 알고 정확히 계산했습니다.",
        "Computed exactly, with the holds of every node known.";
    CERTAIN_BY_SIZE: "블록 규모만", "Size alone";
    CERTAIN_BY_SIZE_WHY:
        "있다고 공개된 노드 수로만 계산했습니다. 지금 누가 쓰는지는 반영하지 않았습니다.",
        "Worked out from the nodes published to exist. Who uses them now is not counted.";
    CERTAIN_PUBLISHED: "공개된 사실과 규칙(추정)", "Published facts and rules (inferred)";
    CERTAIN_PUBLISHED_WHY:
        "공개된 사실과 규칙으로 계산했습니다. 공개되지 않은 점유는 알 수 없습니다.",
        "Worked out from published facts and rules. Holds that are not published are not known.";
    CERTAIN_KNOWN_WHY:
        "자료에 적힌 점유로 계산했습니다. 적히지 않은 점유는 알 수 없습니다.",
        "Worked out from the holds in the file. Holds that it does not have are not known.";
    CERTAIN_ASSUMED: "가정", "Assumptions";
    CERTAIN_ASSUMED_WHY:
        "실제 점유를 다 알 수 없어, 가정이 맞는 만큼만 맞습니다.",
        "Not all real holds are known, so this is only as right as the assumptions.";
    CERTAIN_BY_COUNT: "노드 수만", "Number of nodes only";
    CERTAIN_BY_COUNT_WHY:
        "노드 수는 충분하지만 어느 노드인지는 알 수 없습니다.",
        "There are enough nodes, but which ones is not known.";
    CERTAIN_AT_LEAST: "점유 일부는 노드 수만(최소로 잡음)", "Some holds by number only (a minimum)";
    CERTAIN_AT_LEAST_WHY:
        "점유 일부는 노드 수만 알려져 있어, 가장 불리한 경우로 계산했습니다.",
        "Of some holds only the number of nodes is known, so the worst case is assumed.";

    FOOTER_WHAT_NOT: "알아 두세요", "Please note";
    FOOTER_NO_PROMISE:
        "배정을 약속하지 않습니다.",
        "It is not a promise.";
    FOOTER_REVIEW:
        "배정은 공모 심사로 정해집니다.",
        "The review of a call decides who gets nodes.";
    FOOTER_PRIVATE:
        "입력한 내용은 브라우저 밖으로 나가지 않습니다.",
        "Nothing that you type leaves your browser.";
    FOOTER_PRIVATE_UNTIL:
        "입력한 내용은 제출할 때에만 브라우저 밖으로 나갑니다.",
        "What you type leaves your browser only when you submit it.";
    FOOTER_AS_OF: "{date} 기준({age})", "As of {date} ({age})";
    FOOTER_CHECKED: "{date}에 확인한 자료({age})", "Facts checked on {date} ({age})";
    FOOTER_FILE: "현황 자료 {hash}", "Capacity file {hash}";
    FOOTER_LICENCE: "MIT 또는 Apache-2.0 라이선스", "Licensed under MIT or Apache-2.0";
}
