//! Words of the problems of a list of applications.

catalogue! {
    LINE: "{line}행: {what}", "Line {line}: {what}";
    LINE_OF: "{line}행({id}): {what}", "Line {line} ({id}): {what}";
    EMPTY: "목록이 비어 있습니다.", "The list is empty.";
    NO_HEADINGS:
        "첫 줄 ‘{found}’에 아는 열 이름이 없습니다. 첫 줄에 열 이름을 쉼표, 세미콜론이나 탭으로 나누어 적어 주세요: {names}.",
        "The first line, “{found}”, has no heading that is known. Write headings there, with commas, semicolons or tabs between them: {names}.";
    NO_NODES:
        "노드 수를 적은 열이 없습니다. 열 이름을 nodes나 gpus로 적어 주세요.",
        "No column says how many nodes. Call one nodes or gpus.";
    COLUMN_TWICE:
        "‘{typed}’ 열과 뜻이 같은 열이 앞에 있습니다. 하나만 남겨 주세요.",
        "An earlier column means the same as “{typed}”. Leave one of them.";
    UNKNOWN_COLUMNS:
        "모르는 열이라 읽지 않았습니다: {typed}.",
        "Columns that are not known were left out: {typed}.";
    TOO_MANY_CELLS:
        "칸이 {found}개로, 열 이름 {most}개보다 많습니다. 칸 안의 쉼표는 따옴표로 묶어 주세요.",
        "It has {found} cells, and there are {most} headings. Put a cell with a comma in quotes.";
    SAME_ID:
        "{line}행과 번호가 같습니다. 서로 다른 번호를 적어 주세요.",
        "Line {line} has the same id. Give each application its own.";
    TOO_MANY:
        "{most}건까지만 읽습니다. 이 줄부터는 읽지 않았습니다.",
        "At most {most} applications are read. This line and those after it were left out.";
    NO_CLASS:
        "‘{typed}’: 모르는 신청 주체입니다. 기업, 청년기업, 대학, 연구기관 가운데 하나를 적어 주세요.",
        "“{typed}” is no applicant that is known. Write industry, youth_company, academia or research.";
    NO_PLACEMENT:
        "‘{typed}’: 모르는 배치입니다. any, one-leaf, leaves-2, segments-8처럼 적어 주세요.",
        "“{typed}” is no placement. Write it like any, one-leaf, leaves-2 or segments-8.";
    NO_BLOCK:
        "‘{typed}’ 노드 블록은 현황 자료에 없습니다. 자료에 있는 id를 적어 주세요.",
        "The block “{typed}” is not in the capacity file. Write an id that it has.";
    NO_SCORE:
        "‘{typed}’에서 점수를 읽지 못했습니다. 87.5처럼 숫자로 적거나 비워 주세요.",
        "No score could be read from “{typed}”. Write a number like 87.5, or leave it empty.";
    NO_JOB:
        "SWF 작업이 아닙니다. 수 18개를 띄어 적고, 프로세서 수와 시간은 0보다 커야 합니다.",
        "This is no job of an SWF trace: 18 numbers with spaces between, processors and time above 0.";
    NO_TIME:
        "‘{typed}’에서 접수일시를 읽지 못했습니다. 2027-01-03 09:30처럼 적거나 비워 주세요.",
        "No time could be read from “{typed}”. Write it like 2027-01-03 09:30, or leave it empty.";
}
