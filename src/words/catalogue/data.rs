//! Words of a reader's own file: opening it, what was read, and the notice that the page uses it.

catalogue! {
    HEADING: "내 자료로 보기", "Use a file of your own";
    PRIVATE:
        "파일은 이 브라우저 안에서만 읽으며, 어디로도 보내지 않습니다.",
        "Files are read in this browser alone. Nothing of them is sent anywhere.";
    TAKES: "넣을 수 있는 파일", "What can be read";
    TAKES_CAPACITY:
        "현황 파일: 이 페이지나 jari가 만든 JSON",
        "A capacity file: JSON, as this page and jari write it";
    TAKES_SLURM:
        "Slurm의 답: scontrol show nodes --json과, 있으면 scontrol show reservations --json, squeue --json",
        "Answers of Slurm: scontrol show nodes --json, and scontrol show reservations --json and squeue --json where you have them";
    TAKES_KUBERNETES:
        "쿠버네티스의 답: kubectl get nodes -o json과, 있으면 kubectl get pods --all-namespaces -o json",
        "Answers of Kubernetes: kubectl get nodes -o json, and kubectl get pods --all-namespaces -o json where you have it";
    TAKES_TABLE:
        "표: CSV나 스프레드시트에서 복사한 셀. 첫 줄은 block, accelerator, nodes, gpus_per_node, leaf_nodes, from, until, label 가운데서 적은 열 이름",
        "A table: CSV, or cells of a spreadsheet. Its first line has headings of block, accelerator, nodes, gpus_per_node, leaf_nodes, from, until and label";
    INPUT: "파일 넣기", "Add files";
    DROP:
        "파일을 여기에 끌어다 놓거나 골라 주세요. 여러 파일을 어떤 순서로든 함께 넣을 수 있습니다.",
        "Drop files here, or choose them. Several can go together, in any order.";
    CHOOSE: "파일 고르기", "Choose files";
    PASTE: "표의 셀이나 JSON 붙여 넣기", "Paste cells of a table, or JSON";
    READ: "붙여 넣은 것 읽기", "Read what was pasted";
    PASTED: "붙여 넣은 것", "Pasted text";
    READING: "읽는 중입니다.", "Reading.";
    PARTIAL: "일부만 쓰는 노드", "Nodes of which a part is in use";
    PARTIAL_WHOLE: "마지막 작업이 끝날 때까지 점유로 봅니다", "Count as held until the last job ends";
    PARTIAL_GPUS: "GPU를 쓰는 마지막 작업까지 점유로 봅니다", "Count as held until the last job with a GPU ends";
    PARTIAL_FREE: "모두 쓰지 않으면 빈 노드로 봅니다", "Count as free unless all of them is in use";

    FILES: "넣은 파일", "Files";
    KIND_CAPACITY: "현황 파일", "Capacity file";
    KIND_SLURM_NODES: "Slurm 노드", "Nodes of Slurm";
    KIND_SLURM_RESERVATIONS: "Slurm 예약", "Reservations of Slurm";
    KIND_SLURM_JOBS: "Slurm 작업", "Jobs of Slurm";
    KIND_KUBERNETES_NODES: "쿠버네티스 노드", "Nodes of Kubernetes";
    KIND_KUBERNETES_PODS: "쿠버네티스 파드", "Pods of Kubernetes";
    KIND_TABLE: "표", "Table";
    KIND_UNKNOWN: "알 수 없는 파일", "Not recognised";
    REPLACES: "앞에 넣은 같은 종류의 파일({name}) 대신 이것을 씁니다.", "It replaces {name}, which is of the same kind.";
    REMOVE: "빼기", "Remove";
    START_OVER: "모두 빼고 다시 시작", "Remove all and start over";

    TOO_LARGE:
        "크기가 {size}여서 읽지 않았습니다. 넣은 파일을 모두 합쳐 {most}까지만 읽습니다.",
        "It is {size} and was not read: all files together may have {most}.";
    CHANGED:
        "읽는 동안 파일이 바뀌었거나 없어졌습니다. 다시 골라 주세요.",
        "The file changed or went away while it was read. Please choose it again.";
    REFUSED:
        "브라우저가 이 파일을 읽지 못했습니다. 폴더가 아닌지, 읽을 수 있는 파일인지 확인해 주세요.",
        "The browser could not read it. Check that it is a file, and one that you may read.";
    EMPTY: "비어 있습니다.", "It is empty.";
    SPREADSHEET:
        "엑셀 파일(xlsx)이나 압축 파일은 읽지 못합니다. CSV로 저장하거나 셀을 복사해 붙여 넣어 주세요.",
        "Workbooks (xlsx) and archives are not read. Save it as CSV, or copy the cells and paste them.";
    NO_TEXT:
        "{line}행이 UTF-8, UTF-16, CP949 가운데 어느 것으로도 읽히지 않습니다. UTF-8로 저장해 주세요(엑셀에서는 CSV UTF-8).",
        "Line {line} is text in none of UTF-8, UTF-16 and CP949. Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).";
    OTHER_JSON:
        "현황 파일도, Slurm이나 쿠버네티스의 답도 아닙니다. schema, nodes, reservations, jobs, items 가운데 하나가 맨 위에 있어야 합니다.",
        "It is no capacity file and no answer of Slurm or Kubernetes: one of schema, nodes, reservations, jobs and items has to be at its top.";
    OTHER_TEXT:
        "JSON도 표도 아닙니다. 표라면 첫 줄에 block, accelerator, nodes 같은 열 이름을 적어 주세요.",
        "It is neither JSON nor a table. A table begins with a line of headings such as block, accelerator and nodes.";
    MIXED:
        "함께 읽을 수 없는 파일이 섞여 있습니다({kinds}). 한쪽만 남기고 빼 주세요.",
        "These do not go together ({kinds}). Keep one sort, and remove the others.";
    NODES_MISSING:
        "노드 파일이 없습니다. {command} 결과도 넣어 주세요.",
        "The nodes are missing. Please add what {command} answers.";
    NO_BLOCKS:
        "노드 블록이 하나도 없어서 쓸 수 없습니다.",
        "There is no block of nodes in it, so it cannot be used.";

    SUMMARY: "읽은 결과", "What was read";
    SUM_BLOCKS: "규모: {blocks}, {nodes}({gpus})", "Size: {blocks}, {nodes} ({gpus})";
    SUM_HOLDS: "점유(이미 쓰이는 노드): {holds}", "Holds (nodes already taken): {holds}";
    SUM_AS_OF: "기준: {date}", "As of {date}";
    KNOWS_ALL:
        "모든 점유를 안다고 적힌 파일입니다. 그래서 답을 정확한 것으로 보여 줍니다.",
        "The file says that it knows every hold, so answers are shown as exact.";
    KNOWS_SOME:
        "점유를 모두 안다고 하지 않는 파일입니다. 답을 확실한 것으로 보여 주지 않습니다.",
        "The file does not say that it knows every hold, so no answer is shown as certain.";
    KNOWS_NONE:
        "어느 노드가 쓰이는지 밝히지 않은 파일입니다. 규모로만 답합니다.",
        "The file does not say which nodes are taken, so answers go by size alone.";
    LEFT_OUT: "읽지 못해 뺀 것 {count}건", "Left out: {count}";
    LEFT_OUT_DO:
        "고친 파일을 다시 넣거나, 나머지로만 볼 수 있습니다.",
        "Correct them and add the file again, or go on with the rest.";
    MORE: "그 밖에 {count}건이 더 있습니다.", "There are {count} more.";
    USE: "이 자료로 보기", "Use it";

    IN_USE: "내 자료", "Your own file";
    IN_USE_NOTICE:
        "{name}, {time}에 읽었습니다. 이 파일의 내용은 이 브라우저 밖으로 나가지 않습니다.",
        "{name}, read at {time}. Nothing of it leaves this browser.";
    ON_OWN_FILE:
        "공개 자료가 아니라 내 파일로 본 미리보기입니다",
        "This preview uses your own file, not the published one";
    LEAVE: "공개 자료로 돌아가기", "Back to the published file";
    SAVE: "현황 파일로 저장", "Save as a capacity file";
    KEEP: "이 브라우저에 보관", "Keep it in this browser";
    KEEP_HINT:
        "보관하지 않으면 새로 고칠 때 사라집니다. 여럿이 쓰는 컴퓨터에서는 보관하지 마세요.",
        "Unless it is kept, it is gone after a reload. Do not keep it on a shared computer.";
    KEPT:
        "보관했습니다. 다음에도 이 자료로 엽니다. 공개 자료로 돌아가면 지웁니다.",
        "It is kept, and the page opens with it next time. Going back to the published file removes it.";
    NOT_KEPT:
        "이 브라우저에 자리가 없거나 보관이 막혀 있습니다. 이 창에서는 쓸 수 있습니다.",
        "This browser has no room for it, or does not allow it. It can be used in this window.";
    FORGOTTEN: "보관한 것을 지웠습니다.", "What was kept was removed.";
    NOT_FORGOTTEN:
        "보관한 내 자료를 지우지 못했습니다. 브라우저 설정에서 이 사이트의 데이터를 지워 주세요.",
        "Your kept file could not be removed. Please clear this site's data in the browser's settings.";
    SAVED: "현황 파일로 저장했습니다.", "Saved as a capacity file.";
    NOT_SAVED: "파일을 만들지 못했습니다.", "The file could not be made.";
    USED: "이제 모든 화면이 내 자료로 계산합니다.", "Every view now works on your own file.";
    LEFT: "공개 자료로 돌아왔습니다.", "This is the published file again.";
    NOT_RESTORED:
        "보관한 내 자료를 읽지 못해 공개 자료로 열었습니다.",
        "The file that was kept could not be read, so this is the published one.";
}
