//! The terms that the page explains, each with one plain sentence.

catalogue! {
    HEADING: "용어 설명", "Glossary";
    ACCELERATOR: "가속기", "Accelerator";
    ACCELERATOR_IS:
        "H200이나 B200 같은 GPU 기종입니다.",
        "A GPU model, such as H200 or B200.";
    PROVIDER: "참여 사업자", "Provider";
    PROVIDER_IS: "노드를 운영하는 회사입니다.", "The company that runs the nodes.";
    NODE: "노드(서버)", "Node";
    NODE_IS:
        "보통 GPU 8장이 든 서버이며, 신청의 단위입니다.",
        "A server, usually of 8 GPUs, and the unit of a request.";
    BLOCK: "노드 블록", "Block";
    BLOCK_IS:
        "한 사업자가 한 네트워크로 묶은, 같은 가속기의 노드들입니다.",
        "Nodes of one accelerator on one network, at one provider.";
    LEAF: "리프", "Leaf";
    LEAF_IS:
        "블록 안에서 스위치 한 번만 거쳐 통신하는 노드 묶음입니다.",
        "Nodes of a block that are one switch apart.";
    HOLD: "점유", "Hold";
    HOLD_IS:
        "배정, 점검, 미도입으로 한동안 쓸 수 없는 노드입니다.",
        "Nodes that cannot be used for a while: allocated, in repair or not yet delivered.";
    PUBLISHED_HOLD: "공개된 사실로 본 점유", "Published hold";
    PUBLISHED_HOLD_IS:
        "공개된 사실과 규칙에 따라 있는 것으로 보는 점유입니다.",
        "A hold that follows from published facts and rules.";
    PARAMETERS: "매개변수", "Parameter";
    PARAMETERS_IS:
        "모델이 배운 수 하나하나이며, 8B는 80억 개입니다.",
        "One of the numbers that a model has learnt. 8B is eight billion of them.";
    TOKEN: "토큰", "Token";
    TOKEN_IS: "모델이 읽고 쓰는 글 조각입니다.", "A piece of text that a model reads or writes.";
    LORA: "로라(LoRA)", "LoRA";
    LORA_IS:
        "모델은 그대로 두고 작은 어댑터만 학습하는 방법입니다.",
        "Training of small adapters while the model stays as it is.";
    MFU: "이용률(MFU)", "Utilisation (MFU)";
    MFU_IS:
        "GPU의 최고 성능 가운데 모델의 연산에 실제로 쓰인 비율입니다.",
        "The share of a GPU's peak that goes into the model's own work.";
    SNAPSHOT: "현황 자료", "Snapshot";
    SNAPSHOT_IS:
        "어느 시점의 노드 블록과 점유를 출처와 함께 적은 자료입니다.",
        "Blocks and holds at one moment, with their sources.";
    CALL: "공모", "Call";
    CALL_IS:
        "규모, 기간, 이용료의 규칙을 정해 신청을 받는 회차입니다.",
        "A round of applications with rules on size, term and fee.";
    REQUEST: "신청", "Request";
    REQUEST_IS:
        "어떤 가속기의 노드를 몇 대, 언제부터 얼마나 쓸지 적은 것입니다.",
        "Which accelerators, how many nodes, from when and for how long.";
    OFFER: "자리", "Offer";
    OFFER_IS:
        "신청이 들어가는 블록과 노드, 시작과 끝입니다.",
        "Where a request fits: block, nodes, start and end.";
    PREVIEW: "미리보기", "Preview";
    PREVIEW_IS:
        "들어가는 자리를 좋은 순서로, 없는 블록은 그 이유를 보인 것입니다.",
        "The offers, best first, and a reason for every block without one.";
    FIT_MAP: "자리 지도", "Fit map";
    FIT_MAP_IS:
        "시작일과 노드 수에 따라 들어가는 곳을 칠한 그림입니다.",
        "A picture of what fits, for every start and number of nodes.";
}

/// Each term with its explanation, in the order shown.
pub const WORDS: &[(super::Entry, super::Entry)] = &[
    (NODE, NODE_IS),
    (ACCELERATOR, ACCELERATOR_IS),
    (PROVIDER, PROVIDER_IS),
    (BLOCK, BLOCK_IS),
    (LEAF, LEAF_IS),
    (HOLD, HOLD_IS),
    (PUBLISHED_HOLD, PUBLISHED_HOLD_IS),
    (SNAPSHOT, SNAPSHOT_IS),
    (CALL, CALL_IS),
    (REQUEST, REQUEST_IS),
    (OFFER, OFFER_IS),
    (PREVIEW, PREVIEW_IS),
    (FIT_MAP, FIT_MAP_IS),
    (PARAMETERS, PARAMETERS_IS),
    (TOKEN, TOKEN_IS),
    (LORA, LORA_IS),
    (MFU, MFU_IS),
];
