//! Words of the steps of sizing: the name of each result, and its explanation.

catalogue! {
    PARAMETERS: "매개변수 수", "Parameters";
    PARAMETERS_IS: "모델의 모든 가중치입니다.", "All weights of the model.";
    ACTIVE_PARAMETERS: "활성 매개변수 수", "Active parameters";
    ACTIVE_PARAMETERS_IS: "토큰 하나가 거치는 가중치입니다.", "The weights used for one token.";
    MATMUL_PARAMETERS: "행렬 곱에 쓰는 매개변수 수", "Parameters in matrix products";
    MATMUL_PARAMETERS_IS:
        "토큰마다 행렬로 곱해지는 가중치이며, 어휘 표는 출력에서만 셉니다.",
        "The weights that each token is multiplied by. The vocabulary counts at the output only.";
    ADAPTER_PARAMETERS: "어댑터 매개변수 수", "Parameters of adapters";
    ADAPTER_PARAMETERS_IS: "LoRA에서 실제로 학습하는 가중치입니다.", "The weights that LoRA trains.";
    ATTENTION_FLOPS: "어텐션 연산", "Attention";
    ATTENTION_FLOPS_IS:
        "다른 토큰들과 비교하는 연산이며, c는 토큰 하나가 보는 평균 토큰 수입니다. 식에 S가 있으면 순환, 합성곱, 토큰 고르기와 추가 예측 층의 연산입니다.",
        "Work of comparing with other tokens: c is how many a token attends to on average. S, where the formula has it, is the work of recurrences, convolutions, choosing tokens and layers for further tokens.";
    FLOPS_PER_TOKEN: "토큰 하나의 연산", "FLOPs per token";
    FLOPS_PER_TOKEN_IS:
        "순전파 한 번과, 그 두 배인 역전파입니다.",
        "The forward pass, and twice as much for the backward pass.";
    RECOMPUTED_FLOPS: "다시 하는 연산", "Recomputed FLOPs";
    RECOMPUTED_FLOPS_IS: "메모리를 아끼려 두 번 하는 연산입니다.", "Work done twice to save memory.";
    TOKENS: "학습하는 토큰", "Tokens trained on";
    TOKENS_IS: "반복 학습과 실패한 실행까지 더한 것입니다.", "All passes, and failed runs.";
    TOTAL_FLOPS: "전체 연산", "FLOPs in all";
    TOTAL_FLOPS_IS: "토큰 하나의 연산에 토큰 수를 곱합니다.", "FLOPs per token times tokens.";
    BATCH_TOKENS: "한 스텝의 토큰", "Tokens per step";
    BATCH_TOKENS_IS: "모든 GPU가 한 스텝에 나누어 맡는 양입니다.", "What all GPUs share in a step.";
    PEAK: "GPU의 최고 성능", "Peak of a GPU";
    PEAK_IS: "밀집(dense) BF16 행렬 곱에서의 값입니다.", "Of dense matrix products in BF16.";
    BASE_UTILISATION: "흔한 이용률(MFU)", "Usual utilisation (MFU)";
    BASE_UTILISATION_IS:
        "공개된 학습 사례에서 최고 성능에 대한 모델 연산의 비율입니다.",
        "The share of the peak that published runs put into the model's own work.";
    PRECISION_SPEED: "정밀도로 빨라지는 정도", "Speed-up by precision";
    PRECISION_SPEED_IS: "FP8로 계산할 때 빨라지는 배수입니다.", "How many times faster FP8 is.";
    RECOMPUTATION_TIME: "재계산으로 느려지는 정도", "Slowdown by recomputation";
    RECOMPUTATION_TIME_IS: "다시 하는 연산만큼 더 걸립니다.", "Work done twice takes more time.";
    STEP_EFFICIENCY: "작은 스텝의 효율", "Efficiency of small steps";
    STEP_EFFICIENCY_IS:
        "한 스텝의 작업이 적으면 GPU끼리 맞추는 시간만큼 떨어집니다.",
        "With little work in a step, time to synchronise lowers it.";
    GATHERING_EFFICIENCY: "가중치를 모으는 효율", "Efficiency of gathering weights";
    GATHERING_EFFICIENCY_IS:
        "나누어 둔 가중치를 모으느라 계산이 기다리는 만큼 떨어집니다. 식에 e가 있으면 계산 시간에 대한 그 시간의 비율입니다.",
        "Waiting for weights to be gathered lowers it. Where the formula has e, it is that wait next to the time of computing.";
    PIPELINE_EFFICIENCY: "파이프라인의 효율", "Efficiency of the pipeline";
    PIPELINE_EFFICIENCY_IS:
        "처음과 끝에 단계들이 쉬는 만큼 떨어집니다.",
        "Stages that idle at both ends lower it.";
    SEQUENCE_EFFICIENCY: "짧은 시퀀스의 효율", "Efficiency of short sequences";
    SEQUENCE_EFFICIENCY_IS: "빈칸을 채우는 패딩만큼 떨어집니다.", "Padding lowers it.";
    UTILISATION: "이용률(MFU)", "Utilisation (MFU)";
    UTILISATION_IS:
        "위의 값을 모두 곱한 것이며, 밀집 BF16 최고 성능에 대한 모델 연산의 비율입니다.",
        "All of the above multiplied: model FLOPs over the dense BF16 peak.";
    TOKENS_PER_SECOND: "GPU 하나의 속도", "Speed of a GPU";
    TOKENS_PER_SECOND_IS: "장애가 없을 때의 속도입니다.", "While nothing fails.";
    GOODPUT: "유효 가동률", "Goodput";
    GOODPUT_IS:
        "장애, 재시작, 평가를 뺀 시간의 비율입니다.",
        "The share of the time without failures, restarts and evaluation.";
    GPU_HOURS: "GPU시간", "GPU-hours";
    GPU_HOURS_IS: "GPU 하나를 쓰는 시간으로 모두 더한 것입니다.", "The hours of all GPUs added up.";
    DAYS: "소요 일수", "Days";
    DAYS_IS: "GPU시간을 GPU 수와 24로 나눕니다.", "GPU-hours divided by GPUs and by 24.";
    WEIGHTS: "가중치", "Weights";
    WEIGHTS_IS:
        "가장 많이 맡은 GPU의 것입니다. 식에 n이 있으면 그 GPU가 맡은 가중치 수입니다.",
        "On the fullest GPU. Where the formula has n, it is the number of weights there.";
    GRADIENTS: "기울기", "Gradients";
    GRADIENTS_IS:
        "학습하는 가중치마다 하나씩입니다. 식에 n이 있으면 가장 많이 맡은 GPU의 몫입니다.",
        "One for each weight that is trained. Where the formula has n, it is the share of the fullest GPU.";
    OPTIMIZER_STATES: "옵티마이저 상태", "Optimizer states";
    OPTIMIZER_STATES_IS:
        "원본 가중치와 모멘트입니다. 식에 n이 있으면 가장 많이 맡은 GPU의 몫입니다.",
        "Master weights and moments. Where the formula has n, it is the share of the fullest GPU.";
    GATHERED_LAYERS: "모아 둔 층", "Gathered layers";
    GATHERED_LAYERS_IS: "다른 GPU에서 가져온 층입니다.", "Layers fetched from other GPUs.";
    STEP_COPIES: "갱신할 때의 사본", "Copies in a step";
    STEP_COPIES_IS: "옵티마이저가 잠깐 만드는 사본입니다.", "What the optimizer copies for a moment.";
    ACTIVATIONS: "활성값", "Activations";
    ACTIVATIONS_IS: "역전파에 쓰려고 남겨 둔 중간값입니다.", "Kept for the backward pass.";
    LOGITS: "출력 점수", "Logits";
    LOGITS_IS: "어휘마다의 점수와 그 기울기입니다.", "A score for each word, and its gradient.";
    OVERHEAD: "기본 사용량", "Overhead";
    OVERHEAD_IS: "드라이버, 통신 버퍼, 조각난 메모리입니다.", "Driver, buffers and fragments.";
    MEMORY: "필요한 메모리", "Memory needed";
    MEMORY_IS: "위의 모든 것을 더한 값입니다.", "All of the above added up.";
    CAPACITY: "GPU의 메모리", "Memory of the GPU";
    CAPACITY_IS: "프로그램이 실제로 쓸 수 있는 크기입니다.", "What a program can really use.";
    CACHE_ROOM: "캐시에 남는 메모리", "Room for the cache";
    CACHE_ROOM_IS: "가중치와 기본 사용량을 뺀 메모리입니다.", "What weights and overhead leave.";
    CACHE_PER_SEQUENCE: "대화 하나의 캐시", "Cache of a conversation";
    CACHE_PER_SEQUENCE_IS:
        "앞선 토큰의 키와 값을 남겨 둔 것이며, c는 그 값의 개수, S는 순환 상태의 값의 개수입니다. 헤드가 모자라면 GPU들이 같은 것을 겹쳐 가지며, r은 그 배수입니다.",
        "Keys and values of earlier tokens, c numbers. S is the count of numbers in states of recurrences. With too few heads, GPUs hold the same ones: r is how many times.";
    SEQUENCES_AT_ONCE: "한 번에 맡는 대화", "Conversations at once";
    SEQUENCES_AT_ONCE_IS: "모델 사본 하나가 맡는 수입니다.", "For one copy of the model.";
    TOKEN_TIME: "토큰 하나의 시간", "Time per token";
    TOKEN_TIME_IS:
        "가중치와 캐시를 읽는 시간과 계산하는 시간 가운데 긴 쪽에 바탕 시간을 더합니다.",
        "The longer of reading weights and cache, and of computing, plus a base time.";
    PROMPT_TIME: "첫 토큰까지", "Time to the first token";
    PROMPT_TIME_IS: "프롬프트를 읽는 시간입니다.", "To read the prompt.";
    COPY_RATE: "사본 하나의 속도", "Speed of a copy";
    COPY_RATE_IS:
        "한 번에 맡는 대화를 토큰 하나의 시간으로 나눕니다.",
        "Conversations divided by the time per token.";
    COPIES: "모델 사본 수", "Copies of the model";
    COPIES_IS: "GPU에 나란히 올리는 모델의 수입니다.", "Models side by side.";
    RATE: "전체 속도", "Total speed";
    RATE_IS: "사본의 속도를 모두 더합니다.", "All copies together.";
    USERS: "동시 사용자", "Users at once";
    USERS_IS: "원하는 속도를 낼 수 있는 사람 수입니다.", "Who get the speed wanted.";
    ACCELERATOR_RATIO: "GPU끼리의 비", "Ratio of the GPUs";
    ACCELERATOR_RATIO_IS:
        "이 GPU 하나가 기준 GPU 몇 개의 일을 하는지입니다.",
        "How many reference GPUs one of these stands for.";
    CHECKPOINT_BYTES: "체크포인트 크기", "Size of a checkpoint";
    CHECKPOINT_BYTES_IS: "저장 공간을 마련할 때 쓰세요.", "To plan storage by.";
}
