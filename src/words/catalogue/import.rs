//! Words of an import: its notes on the files that it read, and its texts in the capacity file.

catalogue! {
    IN_FILE: "{file}에서: {what}", "In {file}: {what}";
    AT: "{file}의 {place}: {what}", "In {file}, {place}: {what}";
    AT_LINE: "{file} {place}행: {what}", "In {file}, line {place}: {what}";
    NODES: "노드 파일", "the nodes";
    RESERVATIONS: "예약 파일", "the reservations";
    JOBS: "작업 파일", "the jobs";
    PODS: "파드 파일", "the pods";
    TABLE: "표", "the table";
    OLD_FORMAT:
        "Slurm의 v0.0.{version} 형식은 읽지 않습니다. v0.0.40(24.05)부터 읽습니다. 표나 docs/hosting/slurm.sh를 쓰세요.",
        "Format v0.0.{version} of Slurm is not read: v0.0.40 (24.05) is the first. Use a table, or docs/hosting/slurm.sh.";
    NO_LIST:
        "\"{list}\" 목록이 없습니다. 알맞은 파일인지 확인하세요.",
        "It has no list \"{list}\". Check that it is the right file.";
    TOO_MANY:
        "목록에서 {most}개까지만 읽었습니다.",
        "Only the first {most} entries of the list were read.";
    NOT_AN_OBJECT: "객체가 아니어서 뺐습니다.", "It is not an object and was left out.";
    NO_NAME: "이름이 없어서 뺐습니다.", "It has no name and was left out.";
    SAME_NAME:
        "앞에 같은 이름이 있어서 뺐습니다: \"{name}\".",
        "An earlier entry has the name \"{name}\": this one was left out.";
    BAD:
        "읽을 수 없는 값이어서 뺐습니다: \"{found}\".",
        "\"{found}\" was not understood and left out.";
    TOO_LONG: "값이 너무 길어서 뺐습니다.", "The value is too long and was left out.";
    HOSTS_MALFORMED:
        "노드 이름 목록으로 읽을 수 없습니다: \"{found}\". gpu[01-04,7]처럼 씁니다.",
        "\"{found}\" is not a list of node names. It is written like gpu[01-04,7].";
    HOSTS_TOO_MANY:
        "이 목록은 노드 이름 {count}개를 뜻합니다. {most}개까지만 읽으므로 뺐습니다.",
        "This list stands for {count} node names, more than the {most} that are read. It was left out.";
    // A count behind a colon needs no singular in English.
    UNKNOWN_NODES:
        "노드 파일에 없는 노드 {count}대가 적혀 있습니다. 첫 이름은 \"{first}\"입니다.",
        "Nodes that the nodes file does not have: {count}. The first is \"{first}\".";
    TOO_MANY_GPUS:
        "GPU가 {found}장입니다. 노드마다 {most}장까지만 쓸 수 있어서 뺐습니다.",
        "It has {found} GPUs. A node can have at most {most}, so it was left out.";
    END_NOT_AFTER_START:
        "끝이 시작보다 늦지 않아서 뺐습니다.",
        "The end is not after the start: it was left out.";
    NO_GPUS:
        "GPU가 있는 노드가 없어서 현황 파일에 노드 블록이 없습니다.",
        "There is no node with GPUs, so the capacity file has no block.";
    NO_BLOCKS:
        "가속기를 적은 행이 없습니다. 노드 블록마다 가속기와 노드 수를 적어 주세요.",
        "No row names an accelerator. Give the accelerator and the nodes of each block.";
    NO_HEADINGS:
        "첫 줄 \"{found}\"에 아는 열 이름이 없습니다. block, accelerator, nodes, gpus_per_node, leaf_nodes, from, until, label 가운데서 적어 주세요.",
        "The first line, \"{found}\", has no heading that is known. Use block, accelerator, nodes, gpus_per_node, leaf_nodes, from, until and label.";
    UNKNOWN_COLUMNS:
        "모르는 열이라 읽지 않았습니다: {found}.",
        "Columns that are not known were left out: {found}.";
    UNKNOWN_BLOCK:
        "표에 없는 노드 블록입니다: \"{found}\".",
        "The table has no block \"{found}\".";
    FORMULA:
        "계산한 값이 아니라 수식이 들어 있어서 이 행을 뺐습니다: \"{found}\". 값으로 바꿔 넣어 주세요.",
        "A cell has a formula instead of its value, \"{found}\": the row was left out. Put in values.";
    UNKNOWN_STATE:
        "적힌 노드 상태: \"{found}\". 쓸 수 없는 노드로 셌습니다.",
        "The node says its state is \"{found}\": it counts as not free.";
    MIXED_GPUS:
        "한 노드에 GPU 종류가 여럿입니다: {found}. 따로 한 종류의 가속기로 적었습니다.",
        "One node has GPUs of several models, {found}. They are written as an accelerator of their own.";
    OPEN_JOBS:
        "끝을 알 수 없는 작업이 {count}건 있습니다. 끝이 정해지지 않은 점유로 적었습니다.",
        "Jobs without a known end: {count}. They are written as holds without an end.";
    OPEN_NODES:
        "사용 중이지만 언제 끝나는지 알 수 없는 노드가 있습니다: {nodes}. 끝이 정해지지 않은 점유로 적었습니다.",
        "Nodes in use until an unknown time: {nodes}. They are written as holds without an end.";
    UNSEEN_JOBS:
        "작업 파일에 없는 작업이 쓰는 노드: {nodes}. 끝이 정해지지 않은 점유로 적었습니다. 모든 작업을 보는 사용자로 다시 받아 주세요.",
        "Nodes in use by jobs that the jobs file does not have: {nodes}. They are written as holds without an end. Ask again as a user who sees all jobs.";
    OPEN_PODS:
        "파드에는 끝나는 시각이 없습니다. GPU를 쓰는 파드 {count}개를 끝이 정해지지 않은 점유로 적었습니다.",
        "Pods have no end. Those that use GPUs, {count} in all, are written as holds without an end.";
    RECURRING:
        "되풀이되는 예약 {count}건은 {until}까지만 적었습니다.",
        "Reservations that repeat, {count} in all, are written out until {until}.";
    NOT_GIVEN:
        "{file} 없이 가져왔습니다. 점유를 모두 안다고 적지 않았습니다.",
        "This was imported without {file}, so the capacity file does not say that it knows every hold.";
    NO_TOPOLOGY:
        "어느 노드가 같은 스위치에 있는지 다 적혀 있지 않습니다: {blocks}. 리프를 추정으로 표시했습니다.",
        "Which nodes share a switch is not fully told: {blocks}. Their leaves are marked as assumed.";
    PARTIAL_FREE:
        "일부만 쓰는 노드를 빈 노드로 셌습니다.",
        "Nodes of which a part is in use count as free.";
    LABEL_DOWN: "장애", "Down";
    LABEL_DRAINED: "점검으로 제외", "Drained";
    LABEL_UNKNOWN: "상태를 모름", "State not known";
    LABEL_JOBS: "실행 중인 작업", "Running jobs";
    LABEL_UNSEEN: "보이지 않는 작업", "Jobs not shown";
    LABEL_PODS: "실행 중인 파드", "Running pods";
    LABEL_RESERVED: "예약", "Reserved";
    LABEL_RESERVATION: "예약 {name}", "Reservation {name}";
    LABEL_UNHEALTHY: "일부 GPU 사용 불가", "Some GPUs not usable";
    LABEL_MORE: "{first} 외", "{first} and others";
    TITLE_SLURM: "Slurm에서 가져온 노드 현황", "Nodes imported from Slurm";
    TITLE_KUBERNETES: "Kubernetes에서 가져온 노드 현황", "Nodes imported from Kubernetes";
    TITLE_TABLE: "표에서 가져온 노드 현황", "Nodes imported from a table";
    SUMMARY_NODES:
        "노드 {nodes}대를 읽었습니다. GPU 노드 {with}대, GPU 없는 노드 {without}대(넣지 않음).",
        "Nodes read: {nodes}. With GPUs: {with}; without GPUs, and not in the file: {without}.";
    SUMMARY_STATE:
        "{state}: {nodes}, 그중 GPU 노드 {with}대({gpus})",
        "{state}: {nodes}, of which {with} with GPUs ({gpus})";
    STATE_IDLE: "유휴", "Idle";
    STATE_MIXED: "일부 사용 중", "Partly in use";
    STATE_ALLOCATED: "사용 중", "In use";
    STATE_DRAINED: "제외", "Drained";
    STATE_DOWN: "장애", "Down";
    SUMMARY_FILE:
        "현황 파일: {blocks}, {holds}.",
        "Capacity file: {blocks}, {holds}.";
}
