//! What is wrong with a field, and what to do about it.

catalogue! {
    MISSING:
        "비어 있습니다. {example}처럼 적어 주세요.",
        "This is empty. Write it like {example}.";
    NOT_A_NUMBER:
        "‘{typed}’에서 수를 읽지 못했습니다. {example}처럼 숫자로 적어 주세요.",
        "No number could be read from “{typed}”. Write it like {example}.";
    NOT_WHOLE:
        "‘{typed}’에 소수점이 있습니다. {example}처럼 소수점 없이 적어 주세요.",
        "“{typed}” has a decimal point. Write a whole number like {example}.";
    TOO_SMALL: "1 이상으로 적어 주세요.", "Write 1 or more.";
    TOO_LARGE: "너무 큽니다. {most} 이하로 적어 주세요.", "Too large. Write {most} or less.";
    OTHER_UNIT:
        "‘{typed}’의 단위가 고른 단위와 다릅니다. 숫자만 적거나 단위를 바꿔 주세요.",
        "The unit in “{typed}” is not the chosen one. Write the number alone or change the unit.";
    NOT_A_DATE:
        "‘{typed}’에서 날짜를 읽지 못했습니다. {example}처럼 달력에 있는 날을 적어 주세요.",
        "No date could be read from “{typed}”. Write a day of the calendar like {example}.";
    DATE_OUT_OF_RANGE:
        "2000년부터 2099년까지의 날짜를 적어 주세요.",
        "Write a date in the years 2000 to 2099.";
    BELOW_NODES:
        "최대 노드 수가 노드 수보다 적습니다. {least} 이상으로 적거나 비워 주세요.",
        "This is fewer than the nodes asked. Write {least} or more, or leave it empty.";
    NOT_AFTER_START:
        "끝이 시작보다 늦지 않습니다. 시작보다 늦은 날을 적거나 비워 주세요.",
        "The end is not after the start. Write a later day or leave it empty.";
    NO_ACCELERATOR: "가속기를 하나 이상 골라 주세요.", "Choose at least one accelerator.";
    UNKNOWN_ACCELERATOR:
        "‘{typed}’ 가속기는 현황 자료에 없습니다. 목록에서 골라 주세요.",
        "The accelerator “{typed}” is not in the capacity file. Choose one from the list.";
    UNKNOWN_BLOCK:
        "‘{typed}’ 노드 블록은 현황 자료에 없습니다. 목록에서 골라 주세요.",
        "The block “{typed}” is not in the capacity file. Choose one from the list.";
    UNKNOWN_CALL:
        "‘{typed}’ 공모는 현황 자료에 없습니다. 목록에서 고르거나 비워 주세요.",
        "The call “{typed}” is not in the capacity file. Choose one from the list or none.";
    NO_BLOCK: "노드 블록을 골라 주세요.", "Choose a block.";
    NOT_NODES:
        "‘{typed}’에서 노드를 읽지 못했습니다. 번호는 1-64,100처럼, 대수는 *40처럼 적어 주세요.",
        "No nodes could be read from “{typed}”. Write numbers like 1-64,100 or a count like *40.";
    BACKWARDS:
        "‘{typed}’의 앞뒤가 바뀌었습니다. 작은 번호부터 적어 주세요.",
        "“{typed}” is backwards. Write the lower number first.";
    NODE_ZERO: "노드 번호는 1부터 적어 주세요.", "Nodes are numbered from 1. Start there.";
    BEYOND_BLOCK:
        "이 노드 블록은 {nodes}입니다. 그 안에서 적어 주세요.",
        "This block has {nodes}. Stay within them.";
}
