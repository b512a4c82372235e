//! Words of the schemes beside this programme.

catalogue! {
    HEADING: "다른 사업", "Other schemes";
    BELOW:
        "이 사업은 과제당 {nodes}부터 신청할 수 있습니다. 더 적게 필요하면 다른 사업을 살펴보세요.",
        "This programme starts at {nodes} per project. For less, see these other schemes.";
    AFTER_A_NO:
        "이 사업에 바로 들어갈 자리가 없을 때 살펴볼 다른 사업입니다.",
        "Other schemes to consider when a request does not fit here right away.";
    UNIT: "지원 자원", "What it offers";
    SIZES: "신청 규모", "Request sizes";
    FEE: "이용료", "Fee";
    STATE: "접수 상황", "Applications";
}
