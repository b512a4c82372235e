//! Words of the problems of a field, and of their solutions.

catalogue! {
    MISSING:
        "비어 있습니다. {example}처럼 적어 주세요.",
        "This is empty. Write it like {example}.";
    NOT_A_NUMBER:
        "‘{typed}’에서 수를 읽지 못했습니다. {example}처럼 숫자로 적어 주세요.",
        "No number could be read from “{typed}”. Write it like {example}.";
    NOT_A_COUNT:
        "‘{typed}’에서 수를 읽지 못했습니다. 4, 5~8이나 GPU 40장처럼 적어 주세요.",
        "No number could be read from “{typed}”. Write it like 4, 5-8 or 40 GPUs.";
    NOT_A_TERM:
        "‘{typed}’에서 기간을 읽지 못했습니다. 3, 6개월이나 1년처럼 적어 주세요.",
        "No term could be read from “{typed}”. Write it like 3, 6 months or 1 year.";
    ONE_NUMBER:
        "‘{typed}’에는 수가 둘 있습니다. {example}처럼 하나만 적어 주세요.",
        "“{typed}” has two numbers. Write one, like {example}.";
    RANGE_ALREADY:
        "위에 이미 ‘{typed}’ 범위를 적었습니다. 이 칸은 비워 주세요.",
        "A range, “{typed}”, is given above already. Leave this empty.";
    // `장` ends in a consonant and `대` in a vowel, hence 은 here and 는 below.
    GPUS_ARE_NODES: "{gpus}은 {nodes}입니다.", "{gpus} are {nodes}.";
    GPUS_NOT_WHOLE:
        "한 노드에 {each}이 있어 {gpus}은 노드 단위로 나누어떨어지지 않습니다.",
        "A node has {each}, so {gpus} are not a whole number of nodes.";
    NODES_ARE_GPUS: "{nodes}는 {gpus}입니다.", "That is {nodes}, or {gpus}.";
    NO_GPU_COUNT:
        "고른 가속기의 노드당 GPU 수가 서로 다르거나 알려지지 않아 GPU로 셀 수 없습니다.",
        "The accelerators chosen do not have the same known number of GPUs per node, so GPUs cannot be counted.";
    NOT_WHOLE:
        "‘{typed}’에 소수점이 있습니다. {example}처럼 소수점 없이 적어 주세요.",
        "“{typed}” has a decimal point. Write a whole number like {example}.";
    PART_MONTH:
        "‘{typed}’: 달마다 날수가 달라 며칠인지 정할 수 없습니다. 45일이나 2개월처럼 적어 주세요.",
        "“{typed}”: months differ in length, so how many days that is cannot be told. Write it like 45 days or 2 months.";
    TOO_SMALL: "1 이상으로 적어 주세요.", "Write 1 or more.";
    TOO_LARGE: "너무 큽니다. {most} 이하로 적어 주세요.", "Too large. Write {most} or less.";
    NOT_A_DATE:
        "‘{typed}’에서 날짜를 읽지 못했습니다. {example}처럼 달력에 있는 날을 적어 주세요.",
        "No date could be read from “{typed}”. Write a day of the calendar like {example}.";
    NO_SUCH_DAY:
        "‘{typed}’: 달력에 없는 날입니다. {month}은 {days}까지 있습니다.",
        "There is no “{typed}”: {month} has {days}.";
    START_PASSED:
        "이미 지난 날짜입니다. 오늘({today})이나 그 뒤의 날을 적어 주세요.",
        "This day has passed. Write today ({today}) or a later day.";
    END_PASSED:
        "이미 지난 기한입니다. 오늘({today})보다 늦은 날을 적거나 비워 주세요.",
        "This deadline has passed. Write a day after today ({today}), or leave it empty.";
    DATE_OUT_OF_RANGE:
        "2000년부터 2099년까지의 날짜를 적어 주세요.",
        "Write a date in the years 2000 to 2099.";
    BELOW_NODES:
        "위에 적은 수보다 적습니다. {least} 이상으로 적거나 비워 주세요.",
        "This is less than what is asked above. Write {least} or more, or leave it empty.";
    NOT_AFTER_START:
        "끝이 시작보다 늦지 않습니다. 시작보다 늦은 날을 적거나 비워 주세요.",
        "The end is not after the start. Write a later day or leave it empty.";
    NO_ACCELERATOR: "가속기를 하나 이상 골라 주세요.", "Choose at least one accelerator.";
    // A noun follows the name, because a particle would depend on the last sound of the name.
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
        "‘{typed}’의 앞뒤가 바뀌었습니다. 작은 수부터 적어 주세요.",
        "“{typed}” is backwards. Write the lower number first.";
    NODE_ZERO: "노드 번호는 1부터 적어 주세요.", "Nodes are numbered from 1. Start there.";
    BEYOND_BLOCK:
        "이 노드 블록은 {nodes}입니다. 그 안에서 적어 주세요.",
        "This block has {nodes}. Stay within them.";
}
