//! Words of the problems of a capacity file, and of what was done about them.

catalogue! {
    TOO_LARGE:
        "크기가 {bytes}바이트로, 읽을 수 있는 {most}바이트를 넘습니다.",
        "It has {bytes} bytes, more than the {most} that can be read.";
    NOT_UTF8:
        "UTF-8 텍스트가 아닙니다(앞에서 {offset}바이트 뒤).",
        "It is not UTF-8 text (after {offset} bytes).";
    EMPTY: "파일이 비어 있습니다.", "The file is empty.";
    AHEAD:
        "{as_of} 기준이라고 되어 있지만 오늘은 {today}입니다. 자료의 날짜나 이 컴퓨터의 날짜를 확인하세요.",
        "It says {as_of}, but today is {today}. Check that date, or the date of this computer.";
    NONE: "문제 없음, {blocks}, {holds}", "no problem, {blocks}, {holds}";
    TRUNCATED:
        "JSON이 {line}행 {column}열에서 끊겼습니다. 파일을 끝까지 받았는지 확인하세요.",
        "The JSON ends too early, at line {line}, column {column}. Check that the file is complete.";
    NOT_JSON:
        "JSON 문법에 맞지 않는 곳이 있습니다({line}행 {column}열).",
        "It is not valid JSON (line {line}, column {column}).";
    TOO_DEEP:
        "괄호가 너무 깊이 겹쳐 있습니다(최대 {most}단계).",
        "Objects and lists are nested too deeply (at most {most} levels).";
    OTHER_VERSION:
        "모르는 형식 버전입니다: {found}. 이 페이지는 버전 1을 읽습니다.",
        "The format version {found} is not known. This page reads version 1.";
    NOT_A_VALUE:
        "값으로 읽을 수 없는 숫자나 글자가 있습니다(예: 1e400).",
        "It has a number or a character that cannot be read as a value, such as 1e400.";
    MISSING: "필요한 값이 없습니다.", "A needed value is missing.";
    WRONG_KIND:
        "값의 종류가 다릅니다. 필요한 것: {wanted}. 파일에 있는 것: {found}.",
        "It should be {wanted}, but is {found}.";
    UNKNOWN_FIELD:
        "이 형식에 없는 항목입니다. 이름을 확인하세요.",
        "The format has no such field. Check its name.";
    REPEATED_FIELD: "같은 뜻의 항목이 두 번 나옵니다.", "The same thing is given twice.";
    TOO_MANY:
        "목록이 {found}개로, 읽을 수 있는 {most}개를 넘습니다.",
        "The list has {found} entries, more than the {most} that can be read.";
    TOO_LONG:
        "텍스트가 {bytes}바이트로, 한도인 {most}바이트보다 깁니다.",
        "The text has {bytes} bytes, more than the limit of {most}.";
    HIDDEN_CHARACTERS:
        "제어 문자나 글 방향을 바꾸는 문자가 들어 있습니다.",
        "It holds control characters or characters that change the writing direction.";
    BAD_ID:
        "id로 쓸 수 없습니다: \"{found}\". 띄어쓰기, 쉼표, 따옴표, 괄호 없이 64바이트까지 씁니다.",
        "\"{found}\" cannot be an id: use up to 64 bytes without spaces, commas, quotes or brackets.";
    BAD_URL:
        "http나 https 주소가 아닙니다: \"{found}\".",
        "\"{found}\" is not an http or https address.";
    BAD_ADDRESS:
        "상대 경로나 http(s) 주소가 아닙니다: \"{found}\".",
        "\"{found}\" is neither a relative path nor an http or https address.";
    NOT_A_TIME:
        "날짜나 시각이 아닙니다: \"{found}\". 2027-01-31이나 2027-01-31T09:00:00+09:00처럼 씁니다.",
        "\"{found}\" is not a date or time. Write 2027-01-31 or 2027-01-31T09:00:00+09:00.";
    TIME_OUT_OF_RANGE:
        "2000년부터 2099년까지의 시각이 아닙니다: \"{found}\".",
        "\"{found}\" is not within the years 2000 to 2099.";
    NOT_WHOLE: "정수가 아닙니다: {found}.", "{found} is not a whole number.";
    OUT_OF_RANGE:
        "값이 {found}입니다. {least} 이상 {most} 이하여야 합니다.",
        "{found} is not from {least} to {most}.";
    BAD_FIGURE:
        "값이 {found}입니다. 0보다 크고 {most} 이하여야 합니다.",
        "{found} is not above 0 and at most {most}.";
    UNKNOWN_WORD:
        "모르는 값입니다: \"{found}\". 쓸 수 있는 값: {known}.",
        "\"{found}\" is not a known value. Use one of: {known}.";
    UNKNOWN_ID:
        "파일에 없는 {entry} id입니다: \"{id}\".",
        "The file has no {entry} with the id \"{id}\".";
    DUPLICATE: "앞에 이미 있습니다: \"{id}\".", "An earlier entry has \"{id}\" already.";
    NO_BLOCKS:
        "쓸 수 있는 노드 블록이 하나도 없습니다.",
        "There is no node block that can be used.";
    HELD_TOO_OFTEN:
        "점유가 가리키는 노드를 겹친 것까지 모두 세면 {most}대를 넘습니다. 겹치는 점유를 합치거나 오래된 점유를 빼고 다시 올려 주세요.",
        "All holds together name more than {most} nodes, each counted as often as it is held. Merge holds that overlap, or leave out old ones.";
    TOO_MANY_PIECES:
        "점유가 너무 잘게 나뉘어 있거나 서로 겹칩니다(최대 {most}조각). 이어지는 노드는 1-64처럼 범위로 쓰고, 겹치는 점유는 합쳐 주세요.",
        "Holds are cut into, or overlap in, more than {most} pieces. Write neighbouring nodes as ranges such as 1-64, and merge holds that overlap.";
    TOO_MANY_NODES:
        "이 블록까지 더하면 노드가 한도인 {most}대를 넘습니다.",
        "With this block there are more nodes than the limit of {most}.";
    LEAVES_DO_NOT_ADD_UP:
        "리프의 합은 {sum}대인데 블록의 노드는 {nodes}대입니다.",
        "The leaves add up to {sum} nodes, but the block has {nodes}.";
    BEYOND_BLOCK:
        "{highest}까지 적혀 있지만 블록의 노드는 {nodes}대입니다.",
        "It goes up to {highest}, but the block has {nodes} nodes.";
    END_NOT_AFTER_START:
        "끝({until})이 시작({from})보다 늦지 않습니다.",
        "The end ({until}) is not after the start ({from}).";
    OVER_BOOKED:
        "다른 점유 {other}에서도 같은 노드를 같은 시간에 차지합니다(노드 {nodes}, {from} ~ {until}).",
        "It holds the same nodes at the same time as {other} (nodes {nodes}, {from} to {until}).";
    OVER_FULL:
        "블록 {block}의 점유가 {at}에 모두 {held}대로, 블록의 노드 {nodes}대를 넘습니다.",
        "The holds of block {block} add up to more than it has: at {at}, {held} of {nodes} nodes.";
    HOLDS_IN_NOMINAL:
        "점유를 모르는 자료(nominal)라고 적혀 있는데 점유가 {holds}건 있습니다.",
        "The file says that it knows no holds (nominal), but lists {holds}.";
    PUBLISHED_IN_COMPLETE:
        "점유를 모두 아는 자료(complete)라고 적혀 있는데 공개된 사실로 본 점유가 {holds}건 있습니다. published로 바꾸거나 그 점유의 published를 빼 주세요.",
        "The file says that it knows every hold (complete), but {holds} are published holds. Write published there, or leave published out of these holds.";
    NOT_PUBLISHED:
        "published가 true인 점유에만 쓰는 항목입니다.",
        "Only a hold with published: true has this field.";
    NO_SIZES:
        "공모에 신청할 수 있는 노드 수(sizes)가 없습니다. 이 공모로는 어떤 가속기도 신청할 수 없습니다.",
        "The call has no sizes, so it offers no accelerator.";
    ANNOUNCED_HAS_BLOCK:
        "발표만 된 가속기(announced)라고 적혀 있는데 노드 블록이 있습니다.",
        "The file says that this accelerator is only announced, but here is a block of it.";
    LEAST_ABOVE_MOST: "최소가 최대보다 큽니다.", "The least is above the most.";
    PART_ABOVE_WHOLE:
        "부분이 전체보다 큽니다: {part} > {whole}.",
        "{part} is more than the whole, {whole}.";
    MORE: "문제가 {count}건 더 있습니다.", "There are {count} more problems.";
    REFUSED: "파일을 읽지 않았습니다.", "The file was not read.";
    DROPPED: "{entry} 전체를 빼고 읽었습니다.", "All of {entry} was left out.";
    IGNORED: "이 값만 빼고 읽었습니다.", "Only this value was left out.";
    KEPT: "적힌 대로 읽었으니 확인하세요.", "It was read as it is: please check it.";
    USED: "대신 읽은 값: {used}.", "It was read as {used} instead.";
    UNBOUNDED:
        "이쪽 끝이 정해지지 않은 것으로 읽었습니다.",
        "It was read as having no bound on this side.";
    REPLACED: "그 문자들을 바꾸어 읽었습니다.", "They were replaced.";
    SHORTENED: "넘는 부분은 빼고 읽었습니다.", "The rest was left out.";
    ADDED:
        "성능을 모르는 가속기로 추가했습니다.",
        "It was added as an accelerator of which no figures are known.";
    COUNTED: "하나씩 적지 않았습니다.", "They are not listed one by one.";
    NODES_MALFORMED:
        "노드 번호를 읽을 수 없습니다: \"{part}\". 1-64,100처럼 씁니다.",
        "\"{part}\" names no nodes. Write 1-64,100.";
    NODES_BACKWARDS:
        "노드 범위가 거꾸로입니다: \"{part}\".",
        "The range \"{part}\" runs backwards.";
    NODES_ZERO:
        "노드 번호는 1부터입니다. 0번 노드는 없습니다.",
        "Nodes are numbered from 1: there is no node 0.";
    NODES_EMPTY: "노드가 적혀 있지 않습니다.", "It names no nodes.";
    KIND_NULL: "빈 값(null)", "nothing (null)";
    KIND_FLAG: "true 또는 false", "true or false";
    KIND_NUMBER: "숫자", "a number";
    KIND_TEXT: "문자열", "a text";
    KIND_LIST: "목록", "a list";
    KIND_OBJECT: "객체", "an object";
    KIND_TEXTS: "문자열 또는 ko와 en의 문자열", "a text, or texts for ko and en";
    KIND_NODES: "노드 범위(\"1-64\") 또는 노드 수", "ranges of nodes (\"1-64\") or a count";
    ENTRY_SOURCE: "출처", "source";
    ENTRY_ACCELERATOR: "가속기", "accelerator";
    ENTRY_PROVIDER: "참여 사업자", "provider";
    ENTRY_BLOCK: "노드 블록", "node block";
}
