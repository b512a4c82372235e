//! Words of the whole page: title, notices, scenarios, buttons, states of a node, failures.

catalogue! {
    TITLE: "자리: GPU 노드 미리보기", "Jari: GPU capacity preview";
    NAME: "자리", "Jari";
    TAGLINE: "우리 자리가 있을까요?", "Is there a place for us?";
    DESCRIPTION:
        "첨단 GPU 활용 지원 사업의 노드 블록에 신청이 들어가는지, 언제부터 들어가는지 미리 봅니다.",
        "See whether a request fits the node blocks of Korea's advanced GPU programme, and from when.";
    SKIP_TO_CONTENT: "본문으로 건너뛰기", "Skip to content";
    VIEWS: "화면", "Views";
    VIEW_CAPACITY: "현황", "Capacity";
    VIEW_SIZE: "크기 가늠", "Size";
    VIEW_FIT: "맞춰보기", "Fit";

    UNOFFICIAL: "비공식 미리보기입니다", "This is an unofficial preview";
    UNOFFICIAL_WHY:
        "정부나 사업자가 운영하는 화면이 아니며, 실제 신청은 지원포털에서 합니다.",
        "It is not run by the government or a provider. The real application is made on the portal.";
    UNOFFICIAL_WHY_TAKEN:
        "정부나 사업자가 운영하는 화면이 아니며, 여기서 제출한 신청은 이 사이트가 정한 서버로 갑니다.",
        "It is not run by the government or a provider. What is submitted here goes to the server that this site names.";
    PORTAL_LINK:
        "국가 AI컴퓨팅자원 지원포털(aiinfrahub.kr)로 가기",
        "Go to the national AI computing portal (aiinfrahub.kr)";
    OPENS_NEW_WINDOW: "새 창에서 열림", "opens in a new window";

    BY_SIZE: "크기만", "Size alone";
    BY_SIZE_NOTICE:
        "있다고 공개된 자원입니다. 지금 누가 쓰는지는 반영하지 않았습니다.",
        "This capacity was published to exist. Who uses it now is not counted.";
    BY_SIZE_LEFT_OUT:
        "블록 크기와 규칙만 봅니다. 공개된 사실로 본 점유는 반영하지 않았습니다.",
        "Sizes and rules alone. Published holds are left out.";
    PUBLISHED_UNKNOWN:
        "공개된 사실과 공모 규칙으로 본 점유입니다. 공개되지 않은 것은 모릅니다.",
        "What is taken is told from published facts and the calls' rules. What is not published is not known.";
    PUBLISHED: "공개된 사실", "Published facts";
    PUBLISHED_NOTICE:
        "{as_of}({age})까지 공개된 사실과 공모 규칙으로 본 점유입니다. 공개되지 않은 것은 모릅니다.",
        "What is taken, as published facts and the calls' rules tell by {as_of} ({age}). What is not published is not known.";
    SNAPSHOT: "현황 자료", "Snapshot";
    SNAPSHOT_NOTICE:
        "{as_of} 현황 자료({hash})에 정확히 맞춘 답이며, 약속은 아닙니다.",
        "Exact against the snapshot of {as_of} ({hash}), and never a promise.";
    SCENARIO: "가정", "Scenario";
    SCENARIO_NOTICE:
        "실제가 아닌 가정이 들어 있습니다.",
        "This includes assumptions that are not real.";
    BUSY_YEAR: "합성 예시: 바쁜 한 해", "Synthetic busy year";
    BUSY_YEAR_NOTICE:
        "난수로 만든 합성 예시입니다. 실제 점유가 아닙니다.",
        "Made up by a random generator. These are not real holds.";
    BUSY_YEAR_INSTEAD:
        "공개된 사실로 본 점유 대신 난수로 만든 합성 예시를 씁니다. 실제 점유가 아닙니다.",
        "A made-up example stands in for the published holds. These are not real holds.";
    OCCUPANCY: "이미 쓰이는 노드", "Nodes already taken";
    OCCUPANCY_PUBLISHED: "공개된 사실로 본 점유", "Published holds";
    OCCUPANCY_PUBLISHED_HINT:
        "공개된 사실과 공모 규칙으로 따집니다.",
        "What published facts and the calls' rules tell.";
    OCCUPANCY_FILE: "자료에 있는 점유", "Holds of the file";
    OCCUPANCY_NONE: "따지지 않음", "None are known";
    OCCUPANCY_SIZE: "크기만 보기", "By size alone";
    OCCUPANCY_SIZE_HINT:
        "공개된 사실로 본 점유를 반영하지 않습니다. 비어 있다는 뜻이 아닙니다.",
        "Leaves published holds out. It does not mean that nodes are free.";
    ASSUMED_HOLDS: "가정한 점유", "Assumed holds";
    ASSUMED_HOLDS_NOTICE:
        "직접 가정한 {holds}이 답에 들어 있습니다.",
        "The answer includes {holds} that you assumed.";

    STATES: "노드 상태", "States of a node";
    STATE_FREE: "비어 있음", "Free";
    STATE_NOT_KNOWN: "점유 자료 없음", "No hold known";
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
    COPY_FAILED:
        "복사하지 못했습니다. 주소창의 주소를 직접 복사해 주세요.",
        "Could not copy. Please copy the address from the address bar.";
    DOWNLOADED: "내려받았습니다", "Downloaded";
    DOWNLOAD_FAILED:
        "파일을 만들지 못했습니다. 글로 복사해 주세요.",
        "The file could not be made. Please copy as text.";
    LINK_TOO_LONG:
        "가정한 점유가 많아 링크에 다 담지 못합니다. 일부를 지우고 다시 복사해 주세요.",
        "There are too many assumed holds for a link. Remove some and copy again.";
    LANGUAGE: "언어", "Language";
    LANGUAGE_OTHER: "English", "한국어";
    RESET: "처음으로 되돌리기", "Reset";
    DOWNLOAD: "내려받기", "Download";
    SHOW_TABLE: "표로 보기", "Show as a table";
    DETAILS: "자세히", "Details";

    LOADING: "현황 자료를 불러오는 중입니다", "Loading the capacity file";
    LOAD_FAILED: "현황 자료를 불러오지 못했습니다", "The capacity file could not be loaded";
    LOAD_FAILED_DO:
        "연결을 확인하고 다시 시도해 주세요.",
        "Check the connection and try again.";
    LOAD_REFUSED: "현황 자료를 읽을 수 없습니다", "The capacity file cannot be read";
    VIEW_FAILED: "이 화면의 프로그램을 불러오지 못했습니다", "This view could not be loaded";
    VIEW_FAILED_DO:
        "연결이 끊겼거나 새 버전이 올라왔습니다. 적은 내용은 주소에 있으니 새로 고쳐 주세요.",
        "The connection broke, or there is a new version. What you typed is in the address. Please reload.";
    RELOAD: "새로 고침", "Reload";
    RETRY: "다시 시도", "Try again";
    BOOT_FAILED: "화면을 시작하지 못했습니다", "The page could not start";
    BOOT_FAILED_DO:
        "브라우저를 최신 버전으로 바꾸거나 새로 고쳐 주세요.",
        "Update the browser or reload the page.";
    CRASHED: "계산하다가 멈췄습니다", "The page stopped while working";
    CRASHED_DO:
        "적은 내용은 링크에 남아 있습니다. 새로 고쳐 주세요.",
        "What you typed is kept in the link. Please reload.";
    FILE_PROBLEMS: "현황 자료에서 찾은 문제", "Problems found in the capacity file";
    FIELD_PROBLEMS: "고칠 곳이 있습니다", "Some fields need a change";
    NO_BLOCKS: "현황 자료에 노드 블록이 없습니다", "The capacity file has no blocks";

    CERTAIN_EXACT: "정확함", "Exact";
    CERTAIN_EXACT_WHY:
        "노드마다 점유를 알고 계산한 답입니다.",
        "Worked out with the holds of every node known.";
    CERTAIN_BY_SIZE: "크기만 봄", "By size alone";
    CERTAIN_BY_SIZE_WHY:
        "있다고 공개된 노드로만 계산했습니다. 지금 누가 쓰는지는 반영하지 않았습니다.",
        "Worked out from the nodes published to exist. Who uses them now is not counted.";
    CERTAIN_PUBLISHED: "추정", "Inferred";
    CERTAIN_PUBLISHED_WHY:
        "공개된 사실과 공모 규칙으로 셈한 답입니다. 공개되지 않은 점유는 알 수 없습니다.",
        "Worked out from published facts and the calls' rules. Holds that are not published are not known.";
    CERTAIN_ASSUMED: "가정한 만큼", "As far as assumed";
    CERTAIN_ASSUMED_WHY:
        "실제 점유를 다 알 수 없어 가정한 만큼만 맞는 답입니다.",
        "Not all real holds are known, so this is as right as the assumptions.";
    CERTAIN_BY_COUNT: "대수로 계산함", "By count";
    CERTAIN_BY_COUNT_WHY:
        "노드 수는 충분하지만 어느 노드인지는 알 수 없습니다.",
        "There are enough nodes. Which ones is not known.";
    CERTAIN_AT_LEAST: "적어도", "At least";
    CERTAIN_AT_LEAST_WHY:
        "점유의 일부는 대수만 알려져, 적게 잡아 계산했습니다.",
        "Some holds are known by count only, so this counts on the safe side.";

    FOOTER_WHAT_NOT: "알아 두세요", "Please note";
    FOOTER_NO_PROMISE:
        "배정을 약속하지 않습니다. 배정은 공모의 심사로 정해집니다.",
        "It promises nothing. The review of a call decides who gets nodes.";
    FOOTER_PRIVATE:
        "적은 내용은 브라우저 밖으로 나가지 않습니다.",
        "Nothing that you type leaves your browser.";
    FOOTER_PRIVATE_UNTIL:
        "적은 내용은 제출할 때에만 브라우저 밖으로 나갑니다.",
        "What you type leaves your browser only when you submit it.";
    FOOTER_SOURCES: "출처", "Sources";
    FOOTER_AS_OF: "{date} 기준({age})", "As of {date} ({age})";
    FOOTER_FILE: "현황 자료 {hash}", "Capacity file {hash}";
    FOOTER_LICENCE: "MIT 또는 Apache-2.0 라이선스", "Licensed under MIT or Apache-2.0";
}
