//! Words of a plan on a terminal.

catalogue! {
    RANK: "순위", "Rank";
    ID: "신청번호", "Id";
    TITLE: "과제명", "Title";
    NODES: "신청", "Asked";
    RUNNING: "누계", "Total";
    AGAIN: "다시 해서", "Again";
    RESULT: "결과", "Result";
    GIVEN: "{from}부터 {until}까지, {block}, {nodes}", "{from} to {until}, {block}, {nodes}";
    REFUSED: "미배정: {why}", "Not given: {why}";
    TOTAL:
        "신청 {all}건 가운데 {given}건에 노드 {nodes}대, {hours}노드시간을 배정했습니다.",
        "Given to {given} of {all} applications. Nodes: {nodes}; node-hours: {hours}.";
    LINE:
        "커트라인: {rank}순위에서 처음으로 자리가 나지 않았습니다(◄).",
        "The line: rank {rank} is the first for which there is no room (◄).";
    LEFT:
        "그 기간에 비어 있던 시간의 {percent}%를 배정했고, {hours}노드시간이 남습니다.",
        "That is {percent} % of what was free in that time; {hours} node-hours are left.";
    BY_CLASS: "{class}: {given}건, 노드 {nodes}대", "{class}: {given} applications, {nodes} nodes";
    NO_PROMISE:
        "이 배정안은 미리보기이며 아무것도 결정하거나 약속하지 않습니다.",
        "This plan is a preview. It decides nothing and promises nothing.";
}
