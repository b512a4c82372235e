//! Remarks on the reading of a model.

catalogue! {
    AS_PLAIN:
        "모르는 종류(‘{kind}’)지만 값이 일반 트랜스포머와 같아 그렇게 계산했습니다.",
        "This kind (‘{kind}’) is not known; its fields are those of a plain transformer, so it is read as one.";
    ASSUMED:
        "파일에 ‘{field}’ 값이 없어 그 종류의 기본값({value})으로 계산했습니다.",
        "The file has no ‘{field}’; the default of its kind, {value}, is taken.";
    ASSUMED_LAYERS:
        "파일에 ‘{field}’ 값이 없어, 공개된 같은 종류의 모델처럼 어텐션 층을 {layers}개로 보았습니다.",
        "The file has no ‘{field}’; {layers} layers of attention are taken, as in published models of its kind.";
    UNLIKE_PUBLISHED:
        "이 종류로 공개된 모델의 매개변수는 {published}개인데 이 파일로는 {counted}개입니다. 파일을 확인해 주세요.",
        "Published models of this kind have {published} parameters, this file makes {counted}. Check the file.";
    VISION:
        "영상 인코더와 연결부(매개변수 {parameters}개)를 매개변수에는 넣고 계산량에는 넣지 않았습니다.",
        "The vision encoder with its projector ({parameters} parameters) is counted in the parameters, not in the computing.";
    AUDIO:
        "음성 인코더와 연결부(매개변수 {parameters}개)를 매개변수에는 넣고 계산량에는 넣지 않았습니다.",
        "The audio encoder with its projector ({parameters} parameters) is counted in the parameters, not in the computing.";
    TOWER_LEFT_OUT:
        "영상·음성 부분의 구조가 파일에 없어 뺐습니다. 실제 매개변수는 더 많습니다.",
        "The shape of the part that sees or hears is not in the file, so it is left out: the model has more parameters.";
    FURTHER_TOKENS:
        "여러 토큰을 앞서 예측하는 층(매개변수 {parameters}개)은 넣지 않았습니다.",
        "The layers that predict further tokens ({parameters} parameters) are left out.";
    NO_OUTPUT:
        "출력층(lm_head)이 없는 모델이라 세지 않았습니다.",
        "The model has no output layer (lm_head), so none is counted.";
    LABELS:
        "출력층(lm_head) 대신 점수 {labels}개를 내는 모델로 세었습니다.",
        "The model gives {labels} scores in place of an output layer (lm_head), and is counted so.";
    MISMATCH:
        "공개된 매개변수는 {published}개인데 이 파일로는 {counted}개입니다.",
        "The published count is {published} parameters; this file gives {counted}.";
    CAUSE_TEXT: "공개된 수는 텍스트 부분만의 것으로 보입니다.", "The published count seems to be that of the text part alone.";
    CAUSE_FURTHER: "공개된 수에는 여러 토큰을 앞서 예측하는 층이 든 것으로 보입니다.", "The published count seems to have the layers for further tokens in it.";
    CAUSE_TABLE: "출력층(lm_head)을 한쪽만 센 것으로 보입니다. ‘tie_word_embeddings’를 확인해 주세요.", "One of them seems to leave the output layer (lm_head) out. Check ‘tie_word_embeddings’.";
    CAUSE_ACTIVE: "공개된 수가 활성 매개변수인 것으로 보입니다.", "The published count seems to be that of the active parameters.";
    CAUSE_ASSUMED: "파일에 없어 기본값을 쓴 항목 때문일 수 있습니다.", "Fields that the file leaves out may be why.";
    CAUSE_TOWER: "파일에 구조가 없는 영상·음성 부분 때문일 수 있습니다.", "The part that sees or hears, whose shape is not in the file, may be why.";
    CAUSE_UNKNOWN: "원인은 알 수 없습니다. 파일과 수를 확인해 주세요.", "The cause is unknown. Check the file and the number.";
    CARD:
        "공개 모델 {name}(매개변수 약 {parameters}개)와 구조가 같습니다.",
        "The shape is that of {name}, published with about {parameters} parameters.";
    INDEX:
        "가중치 목록에서 매개변수 {parameters}개(16비트)를 읽고, 그 크기의 흔한 구조로 계산했습니다.",
        "The index of weights has {parameters} parameters in 16 bits; a typical shape of that size is assumed.";
    STORED:
        "파일의 가중치는 {precision}로 저장되어 있습니다. 정밀도를 따로 고르지 않으면 서비스는 그대로, 학습은 16비트로 계산합니다.",
        "The weights are stored in {precision}: unless another precision is chosen, serving takes them as they are, training in 16 bits.";
    STORED_UNKNOWN:
        "모르는 양자화 방식(‘{method}’)이라 16비트 가중치로 계산했습니다.",
        "The weights are quantised in a way that is not known (‘{method}’); 16 bits are taken.";
    WINDOW_OFF:
        "파일의 슬라이딩 윈도({tokens}토큰)는 꺼져 있거나 문맥보다 길어 쓰지 않았습니다.",
        "The sliding window of {tokens} tokens is switched off, or longer than the context: it is not used.";
    SPARSE:
        "토큰마다 앞의 {tokens}개만 골라 보는 어텐션으로 계산했습니다. 캐시는 전부 둡니다.",
        "Each token attends to {tokens} earlier ones that are chosen; all of them are cached.";
}
