//! Words of files for the operators of the nodes: comments in plain words, and gaps to fill.

catalogue! {
    FORMAT: "파일 형식", "Kind of file";
    PYTORCH_JOB: "쿠버네티스 PyTorchJob (YAML)", "Kubernetes PyTorchJob (YAML)";
    TORCHRUN: "torchrun 실행 스크립트", "torchrun launcher";
    SBATCH: "Slurm 작업(sbatch)", "Slurm job (sbatch)";
    RESERVATION: "Slurm 예약(scontrol)", "Slurm reservation (scontrol)";
    KUEUE: "Kueue 대기열 (YAML)", "Kueue queue (YAML)";

    MADE_OF: "자리(Jari) 미리보기에서 만든 파일입니다.", "Made of a preview of Jari.";
    REQUEST: "신청: {id}", "Request: {id}";
    PLACE: "자리: {block}, {accelerator}, {nodes}", "Place: {block}, {accelerator}, {nodes}";
    NUMBERS: "블록 안의 노드 번호: {numbers}", "Numbers of the nodes in the block: {numbers}";
    NUMBERS_OPEN:
        "어느 노드인지는 자료로 알 수 없습니다.",
        "Which nodes these are is not known from the file.";
    TIME: "기간: {start}부터 {end}까지(한국 시간)", "From {start} to {end}, Korean time";
    LINK: "다시 보기: {link}", "See it again: {link}";
    FILL_IN:
        "자료로 알 수 없는 곳은 <<FILL: …>>로 적었습니다. 모두 채운 뒤에 쓰세요.",
        "What the file cannot know is written as <<FILL: …>>. Fill in all of it before use.";

    GAP_IMAGE: "<<FILL: 컨테이너 이미지>>", "<<FILL: image of your container>>";
    GAP_COMMAND:
        "<<FILL: 학습 프로그램, 예: train.py, 인수마다 따로 따옴표로>>",
        "<<FILL: your program, such as train.py, each argument in quotes of its own>>";
    GAP_NAMESPACE: "<<FILL: 네임스페이스>>", "<<FILL: your namespace>>";
    GAP_LABEL:
        "<<FILL: {accelerator} 노드의 라벨 값>>",
        "<<FILL: value of this label on nodes with {accelerator}>>";
    GAP_HOST_FORMAT:
        "<<FILL: 서버 이름, 노드 번호는 %d, 예: gpu%03d>>",
        "<<FILL: name of a host, %d for the number of the node, such as gpu%03d>>";
    GAP_NUMBERS:
        "<<FILL: 노드 번호 {count}개, 예: 1-4,7>>",
        "<<FILL: numbers of {count} nodes, such as 1-4,7>>";
    GAP_HOSTS:
        "<<FILL: 노드 {numbers}의 서버 이름, 예: gpu[01-04]>>",
        "<<FILL: hosts of nodes {numbers}, such as gpu[01-04]>>";
    GAP_PARTITION: "<<FILL: 파티션>>", "<<FILL: partition>>";
    GAP_ACCOUNT: "<<FILL: 계정>>", "<<FILL: account>>";
    GAP_USERS: "<<FILL: 사용자 이름, 쉼표로 구분>>", "<<FILL: names of users, with commas>>";

    STILL_A_GAP: "먼저 채워야 합니다", "Fill this in first";

    POD_A_NODE:
        "파드마다 노드 한 대의 GPU를 모두 쓰므로, 파드 수가 노드 수입니다.",
        "Each pod takes all GPUs of a node, so there are as many pods as nodes.";
    STARTS_BY_HAND:
        "쿠버네티스는 시작일을 모릅니다. {start} 이후에 제출하세요.",
        "Kubernetes knows no date to start. Submit this on {start} or later.";
    ENDS_BY_ITSELF:
        "시작한 뒤 이 초가 지나면 끝납니다. 자리의 기간과 같습니다.",
        "Ends so many seconds after it began, which is the term of this place.";
    QUEUE_LABEL:
        "Kueue를 쓰면 이 줄의 # 표시를 지우세요.",
        "Remove the # of this line where Kueue is used.";
    MASTER_IS_FIRST:
        "첫 노드가 마스터, 나머지가 워커입니다.",
        "The first node is the master, the others are workers.";

    WHERE_TORCHRUN:
        "모든 노드에 ssh로 들어갈 수 있는 곳에서 실행하세요. 노드마다 torchrun과 같은 프로그램이 있어야 합니다.",
        "Run this where all nodes can be reached by ssh. Each node needs torchrun and the same program.";
    HOSTS_FROM_NUMBERS:
        "노드 번호에서 서버 이름을 만듭니다.",
        "Names of hosts are made of the numbers of nodes.";
    WRONG_COUNT: "자리의 노드 수와 다릅니다", "Not as many nodes as offered";

    CLOCK_OF_KOREA:
        "시각은 한국 시간이고, TZ를 정해 두어 scontrol도 그렇게 읽습니다.",
        "Times are those of Korea, and TZ makes scontrol read them so.";
    SUBMIT_ON_KOREAN_CLOCK:
        "--begin은 한국 시간입니다(UTC로 {utc}). 이렇게 제출하세요: TZ=Asia/Seoul sbatch {file}",
        "--begin is Korean time ({utc} in UTC). Submit it with: TZ=Asia/Seoul sbatch {file}";
    PARTITION_HAS:
        "파티션은 {accelerator} 노드가 있는 것이어야 합니다.",
        "The partition has to be one with {accelerator}.";
    ACCOUNT_IF_NEEDED:
        "계정이 필요하면 채우고 # 하나를 지우세요.",
        "Where an account is needed, fill it in and remove one #.";
    RESERVATION_BY_ADMIN:
        "예약은 Slurm 관리자만 만들 수 있습니다.",
        "Only an administrator of Slurm can make a reservation.";
    NODES_ARE_NAMED:
        "블록 안의 번호와 서버 이름이 어떻게 맞는지는 운영자가 압니다.",
        "Which host has which number in the block, only its operator knows.";

    KUEUE_NO_DATES:
        "Kueue는 날짜를 모릅니다. {start}에 넣고 {end}까지만 두세요.",
        "Kueue knows no dates. Apply this on {start} and remove it after {end}.";
    KUEUE_VERSION:
        "Kueue 0.15보다 앞선 판이면 v1beta2를 v1beta1로 바꾸세요.",
        "Before version 0.15 of Kueue, write v1beta1 for v1beta2.";
    KUEUE_GPUS_ONLY:
        "자료가 아는 것은 GPU뿐입니다. CPU와 메모리도 나누려면 더하세요.",
        "The file knows GPUs alone. Add CPUs and memory where they are shared out too.";
}
