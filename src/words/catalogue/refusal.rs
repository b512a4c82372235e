//! Reasons why an application of a round is granted nothing.

catalogue! {
    UNKNOWN:
        "현황 자료에 없는 이름을 적었습니다: {names}.",
        "It names what the capacity file does not have: {names}.";
    NO_BLOCK:
        "신청한 가속기가 있는 노드 블록이 없습니다.",
        "No block has an accelerator that it accepts.";
    NODE_HOURS: "{hours}노드시간", "{hours} node-hours";
    SHARE_USED_UP:
        "이 신청까지 배정하면 {classes} 몫이 한도를 넘습니다({would_be}, 한도 {most}).",
        "With it, {classes} would have {would_be}, more than the {most} that they may have.";
    BEHIND_LINE:
        "앞 순위에서 자리가 나지 않는 신청이 나와, 그 뒤로는 배정하지 않았습니다.",
        "An application before it found no room, and nobody behind that one is given anything.";
}
