//! Words of the schemes beside this programme.

catalogue! {
    HEADING: "다른 사업", "Other schemes";
    BELOW:
        "이 사업은 과제당 {nodes}부터 신청할 수 있습니다. 더 적게 필요하면 다른 사업이 있습니다.",
        "This programme starts at {nodes} per project. For less, there are other schemes.";
    AFTER_A_NO:
        "여기서 바로 들어가지 않을 때 살펴볼 다른 사업입니다.",
        "Other schemes to look at while this does not fit here.";
    UNIT: "내주는 것", "What is given";
    SIZES: "신청 크기", "Sizes";
    FEE: "이용료", "Fee";
    STATE: "접수", "Applications";
}
