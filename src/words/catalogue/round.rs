//! Words of the round view: the list, the policy, the plan.

catalogue! {
    HEADING: "회차 전체를 미리 배정해 볼까요?", "How would a whole round come out?";
    PRIVATE:
        "이 목록은 브라우저 밖으로 나가지 않고 링크에도 담기지 않습니다.",
        "This list does not leave your browser, and no link has it.";
    DECIDES_NOTHING:
        "미리보기일 뿐 아무것도 정하지 않습니다. 배정은 공모 심사로 정해집니다.",
        "This is a preview and decides nothing. The review of a call does.";

    INPUT: "신청서 목록", "Applications";
    INPUT_MORE: "신청서 더 넣기", "Add applications";
    PASTE: "스프레드시트에서 복사한 표", "Cells pasted from a spreadsheet";
    PASTE_HINT:
        "첫 줄에 제목이 있어야 합니다(신청번호, 과제명, 신청 주체, 노드 수, 기간, 점수 등). CSV나 JSON 파일을 여기에 끌어다 놓아도 됩니다.",
        "The first line has the headings, such as id, title, class, nodes, term and score. A CSV or JSON file can be dropped here, too.";
    READ: "목록에 넣기", "Add to the list";
    CHOOSE_FILE: "파일 고르기", "Choose a file";
    EXAMPLE: "회차 예시 514건", "Example round of 514";
    EXAMPLE_TITLE: "합성 신청서 {number}", "Synthetic application {number}";
    EXAMPLE_NOTE:
        "합성 예시가 들어 있습니다. 신청서는 난수로 만들었고, 건수(514건)와 노드 합계(1,714대), 학계와 그 밖의 노드 합계만 25-1 공모의 공개된 결과와 같습니다. 크기는 그 합계에서 가장 고르게 흩어진 분포를 따릅니다. 모두 같은 날 시작하려 합니다.",
        "This includes a synthetic example. Its applications are made up at random. Only their number (514), their nodes (1,714) and those of academia are as published of call 25-1. Sizes follow the maximum-entropy distribution of these sums. All of them want to start on the same day.";
    ADDED: "{applications}을 넣었습니다.", "Added {applications}.";
    ADDED_NONE: "넣을 수 있는 신청서가 없습니다.", "There was no application to add.";
    FILE_UNREAD:
        "파일을 읽지 못했습니다. UTF-8이나 CP949로 저장한 20 MB 이하의 파일인지 확인해 주세요.",
        "The file could not be read. Please check that it is text in UTF-8 or CP949, of at most 20 MB.";
    IS_THERE: "{id}: 이미 목록에 있어 다시 넣지 않았습니다.", "{id}: the list has it already, so it was not added again.";
    PROBLEMS: "읽지 못한 줄({count})", "Lines to look at ({count})";
    PROBLEMS_REST: "나머지는 목록에 있습니다.", "The rest is in the list.";
    PROBLEMS_MORE: "이 밖에 {count}줄이 더 있습니다.", "And {count} more lines.";
    TYPE_ONE: "신청서 하나 적기", "Type one application";
    CLEAR: "목록 비우기", "Empty the list";

    ID: "신청번호", "Id";
    TITLE: "과제명", "Title";
    CLASS: "신청 주체", "Applicant";
    NODES: "노드(서버) 수", "Nodes";
    TERM: "이용 기간", "Term";
    TERM_HINT: "단위가 없으면 개월로 봅니다", "In months where no unit is given";
    SCORE: "점수", "Score";
    ADD_ONE: "넣기", "Add";
    NO_ID: "신청번호를 적어 주세요.", "Give it an id.";
    BAD_SCORE: "점수는 87.5처럼 숫자로 적어 주세요.", "Write the score as a number, such as 87.5.";

    POLICY: "배정 규칙", "Policy";
    ORDER: "순서", "Order";
    ORDER_SCORE: "점수가 높은 순", "Highest score first";
    ORDER_ARRIVAL: "접수한 순", "First come, first served";
    ORDER_LIST: "목록에 있는 순", "As the list stands";
    AMOUNT: "배정량", "Amount";
    AMOUNT_WHOLE: "신청한 만큼만", "All that is asked, or none";
    AMOUNT_PARTIAL: "줄여서라도(최소 수량까지)", "Less, down to the fewest of use";
    BEHIND: "커트라인 뒤", "Behind the line";
    BEHIND_SKIP: "건너뛰고 계속", "Go on with the others";
    BEHIND_STOP: "거기서 멈춤", "Stop there";
    WAIT: "늦어도 언제 시작", "Latest start";
    WAIT_ANY: "얼마든지 기다림", "However long it takes";
    WAIT_NONE: "희망 시작일에만", "On the first day asked for";
    WAIT_MONTH: "30일 안", "Within 30 days";
    WAIT_QUARTER: "90일 안", "Within 90 days";
    WAIT_HALF_YEAR: "180일 안", "Within 180 days";
    WAIT_OTHER: "다른 기한", "Another limit";
    RULES: "공모 규칙", "Rules of calls";
    RULES_KEPT: "적용", "Kept";
    RULES_LEFT_OUT: "적용하지 않음", "Left out";
    HOLDS: "공개된 사실로 본 점유", "Published holds";
    HOLDS_IN: "반영", "Counted";
    HOLDS_OUT: "반영하지 않음(규모만)", "Left out (size alone)";
    SHARES: "신청 주체별 한도", "Limits of each applicant class";
    SHARES_HINT: "비워 두면 한도가 없습니다", "Leave empty for no limit";
    SHARES_NODES: "한꺼번에 쓰는 노드 수", "Nodes at any time";
    SHARES_NODE_HOURS: "모두 합친 노드시간", "Node-hours in all";
    SHARE_OF: "{class} 한도", "Limit of {class}";
    BAD_LINK:
        "링크의 배정 규칙을 읽지 못해 반영하지 않았습니다.",
        "The policy in the link could not be read and is left out.";

    UNDO: "실행 취소", "Undo";
    REDO: "다시 실행", "Redo";
    KEEP: "비교하려고 남겨 두기", "Keep to compare";
    KEPT: "남겨 둔 배정안과 비교", "Compared with what was kept";
    KEPT_NAME: "배정안 {number}", "Plan {number}";
    KEPT_FIGURE: "항목", "Figure";
    KEPT_NOW: "지금", "Now";
    KEPT_OPEN: "다시 열기", "Open again";
    KEPT_FORGET: "지우기", "Remove";
    KEPT_RESTS_ON: "바탕", "Rests on";
    EXPORT: "내려받기와 인쇄", "Downloads and print";
    EXPORT_CSV: "배정안 CSV", "Plan as CSV";
    EXPORT_CAPACITY: "배정안을 더한 현황 자료", "Capacity file with the plan";
    EXPORT_FAILED:
        "파일을 만들지 못했습니다. 현황 자료가 그 사이에 바뀌었다면 새로 고친 뒤 다시 해 주세요.",
        "The file could not be made. If the capacity file has changed meanwhile, reload and try again.";
    KEYS: "단축키", "Keys";
    KEYS_SELECT: "신청서 고르기", "Choose an application";
    KEYS_MOVE: "고른 신청서를 한 자리씩 옮기기", "Move the one chosen by a rank";
    KEYS_LEAVE_OUT: "빼거나 다시 넣기", "Leave it out, or take it in again";
    KEYS_UNDO: "실행 취소, 다시 실행", "Undo, redo";
    KEYS_FIT: "그림을 배정 기간에 맞추기", "Fit the picture to the plan";
    KEYS_TIME: "그림의 기간 옮기기, 좁히고 넓히기", "Move the time shown, narrow and widen it";
    KEYS_HELP: "이 목록 보기", "Show this list";
    KEYS_CLOSE: "닫기", "Close what is open";
    LIST_KEYS:
        "화살표 키로 고르고, Alt와 화살표 키로 옮깁니다. 단축키는 물음표를 눌러 봅니다.",
        "Choose with the arrow keys. Alt with them moves an application. Press the question mark for all keys.";

    RANKED: "순위", "Ranking";
    RANK: "순위", "Rank";
    RUNNING: "누적 노드", "Running total";
    RUNNING_OF: "누적 {nodes}", "{nodes} so far";
    OUTCOME: "결과", "Outcome";
    LINE: "커트라인", "Line";
    LINE_HERE: "커트라인: 여기서 처음으로 자리가 모자랍니다", "Line: the first without room";
    CLOSE: "이 사이는 작은 점수 차이로 갈립니다", "Places here depend on small changes";
    GIVEN: "배정", "Given";
    GIVEN_PART: "일부 배정", "Given a part";
    REFUSED: "미배정", "Not given";
    WAITING: "계산 중", "Being decided";
    LEFT_OUT: "뺌", "Left out";
    CHANGED: "고침", "Changed";
    BEHIND_IDS: "{tier}, 앞선 신청 {ids}", "{tier}, behind {ids}";
    IDS_MORE: "{ids} 외 {more}건", "{ids} and {more} more";
    SHARE_USED: "{class} 한도 초과", "Share of {class} used up";
    BEHIND_LINE: "커트라인 뒤", "Behind the line";
    UNKNOWN: "자료에 없는 공모나 블록", "A call or block that the file does not have";
    NO_BLOCK: "그 가속기의 블록이 없음", "No block of these accelerators";
    NODE_HOURS: "노드시간 {count}", "{count} node-hours";
    IN_THE_WAY: "자리를 차지한 앞선 신청", "Applications before it that stand in the way";
    CHANCE_ROUNDS: "점수를 조금 바꾼 100번 가운데", "With small changes of scores";
    CHANCE_OF: "{rounds}번 가운데 {given}번 배정", "Given in {given} of {rounds} rounds";
    CHANCE_HOW:
        "점수마다 {most}점 안에서 바꾸며 회차를 {rounds}번 다시 배정해 보았습니다.",
        "The round was decided {rounds} times more, with each score changed by up to {most} points.";
    CHANCE_LATER:
        "작은 점수 차이로 갈리는 자리를 계산하고 있습니다.",
        "Working out which places depend on small changes.";
    CHANCE_NONE:
        "점수 순으로 배정할 때만 작은 점수 차이를 따져 봅니다.",
        "Small changes matter only where scores decide the order.";

    SUM:
        "{all} 가운데 {given}에 {nodes}를 배정했습니다.",
        "{given} of {all} are given {nodes}.";
    SUM_SIZE:
        "블록 규모만 보면 {all} 가운데 {given}에 {nodes}를 배정할 수 있습니다.",
        "By size alone, {given} of {all} could be given {nodes}.";
    SUM_KNOWN:
        "자료에 적힌 점유로 보면 {all} 가운데 {given}에 {nodes}를 배정할 수 있습니다.",
        "By the holds in the file, {given} of {all} could be given {nodes}.";
    SUM_PUBLISHED:
        "공개된 규칙대로 지금 이용이 끝난다면 {all} 가운데 {given}에 {nodes}를 배정할 수 있습니다(추정).",
        "If present uses end by the published rules, {given} of {all} could be given {nodes} (inferred).";
    SUM_ASSUMED:
        "가정대로라면 {all} 가운데 {given}에 {nodes}를 배정할 수 있습니다.",
        "On your assumptions, {given} of {all} could be given {nodes}.";
    SUM_LINE:
        "{rank}위 {id}부터 자리가 모자랍니다.",
        "From rank {rank}, {id}, room runs out.";
    SUM_EVERYBODY: "자리가 모자란 신청은 없습니다.", "Nobody lacks room.";
    DECIDING: "{all} 가운데 {done}까지 계산했습니다.", "{done} of {all} are decided so far.";
    TOTALS: "합계", "Totals";
    TOTAL_APPLICATIONS: "배정한 신청서", "Applications given";
    TOTAL_NODES: "배정한 노드", "Nodes given";
    TOTAL_NODE_HOURS: "배정한 노드시간", "Node-hours given";
    TOTAL_LEFT: "남은 노드시간", "Node-hours left";
    TOTAL_UTILISATION: "빈 노드시간 가운데 배정", "Given of what was free";
    TOTAL_WINDOW: "배정 기간", "From first to last";
    BY_CLASS: "신청 주체별", "By applicant";
    BY_BLOCK: "노드 블록별", "By block";
    BLOCK: "노드 블록", "Block";
    APPLICATIONS: "신청서", "Applications";
    GPU_HOURS: "GPU시간", "GPU-hours";
    TABLE: "배정안: 순위, 결과, 합계", "The plan: ranking and outcomes";
    FIRST_DAY: "시작", "First day";
    LAST_DAY: "마지막 날", "Last day";
    NODES_GIVEN: "배정 노드", "Nodes given";
    OF_ROUNDS: "{rounds}번 가운데", "Of {rounds}";
    WHY: "이유", "Why";
    NOT_GIVEN_WHY: "왜 배정되지 않나요?", "Why is it given nothing?";
    CHOSEN: "고른 신청서", "The application chosen";
    CHOOSE_ONE: "목록에서 신청서를 고르면 노드나 이유가 여기에 나옵니다.", "Choose an application in the list to see its nodes, or why it has none.";
    EDIT: "바꿔 보기", "Change it";
    EDIT_SCORE: "점수 바꾸기", "Change the score";
    APPLY: "바꾸기", "Change";
    UP: "위로", "Up";
    DOWN: "아래로", "Down";
    LEAVE_OUT: "회차에서 빼기", "Leave it out";
    TAKE_IN: "다시 넣기", "Take it in again";
    CLOSE_PANEL: "닫기", "Close";

    PLAN: "배정안 그림", "The plan as a picture";
    PLAN_HINT:
        "가로는 시간, 세로는 블록마다 노드 한 대씩입니다. 파란색이 배정, 회색이 이미 있던 점유입니다. 그림을 누르면 그 신청서를 고르고, 옆으로 끌면 기간을 옮깁니다.",
        "Time goes to the right, and each block's nodes go down. Blue is given, grey was held before. A click chooses the application, and dragging sideways moves the time.";
    PLAN_LABEL:
        "{first}부터 {last}까지 블록별 배정 그림. 배정 {count}",
        "Picture of what is given by block from {first} to {last}. {count} given";
    OUTSIDE: "이 기간 밖에 {count} 더 있음", "{count} more outside this window";
    NOT_DRAWN:
        "노드 수만 알려진 배정 {count}은 그림에 없고 표에 있습니다.",
        "{count} given by number alone cannot be drawn, but are in the table.";
    FIT_WINDOW: "배정 기간에 맞추기", "Fit to the plan";
    NARROWER: "좁게", "Narrower";
    WIDER: "넓게", "Wider";
    ALL_BLOCKS: "모든 블록", "All blocks";
    FREE_AFTER: "배정 뒤에 비는 노드", "Nodes free after the plan";
    FREE_AFTER_KNOWN: "배정 뒤에 점유 자료가 없는 노드", "Nodes without a known hold after the plan";
    FREE_BEFORE: "배정 전", "Before the plan";
    LEGEND_GIVEN: "배정", "Given";
    LEGEND_CHOSEN: "고른 신청서", "The one chosen";
    LEGEND_HELD: "이미 있던 점유", "Held before";
    LEGEND_FREE: "비어 있음", "Free";
    LEGEND_FREE_KNOWN: "점유 자료 없음", "No known hold";
    PLAN_TABLE: "블록과 시간별 배정", "What is given, by block and time";
}
