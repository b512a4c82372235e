//! Words of the size view: its form, its answers, and the problems of a workload.

catalogue! {
    HEADING: "얼마나 필요할까요?", "How much do we need?";
    LEAD:
        "노드 몇 대를 며칠 쓰면 되는지, 계산 과정과 출처를 함께 보여 줍니다.",
        "See how many nodes it takes for how many days, with every step and its source.";
    WORKLOAD: "할 일", "Workload";

    MODEL: "모델", "Model";
    MODEL_HINT: "비슷한 크기의 모델을 골라도 됩니다", "One of about the same size will do";
    MODEL_GROUP_KOREAN: "한국 모델", "Korean models";
    MODEL_GROUP_WORLD: "다른 모델", "Other models";
    MODEL_GROUP_OWN: "직접 입력", "Your own";
    MODEL_PARAMETERS: "매개변수 수로", "By its parameters";
    MODEL_SHAPE: "구조로", "By its shape";
    MODEL_CONFIG: "config.json으로", "By its config.json";
    PARAMETERS: "매개변수 수", "Parameters";
    PARAMETERS_HINT: "예: 8B, 80억", "Such as 8B";
    ACTIVE: "활성 매개변수 수", "Active parameters";
    ACTIVE_HINT:
        "전문가 혼합(MoE) 모델이면 토큰 하나가 거치는 수, 아니면 비워 두세요",
        "For a mixture of experts, those used for one token. Otherwise leave empty";
    PUBLISHED: "공개된 매개변수 수", "Published parameters";
    PUBLISHED_HINT: "입력하면 계산한 수와 비교합니다", "If given, it is compared with the count";
    CONFIG: "config.json 내용", "Text of the config.json";
    CONFIG_HINT:
        "Hugging Face 모델 저장소의 것이나 model.safetensors.index.json을 붙여 넣으세요. 계산에 쓰는 값만 남깁니다",
        "Paste that of a Hugging Face model, or its model.safetensors.index.json. Only what the calculation needs is kept";
    HIDDEN: "은닉 차원", "Hidden size";
    LAYERS: "층 수", "Layers";
    HEADS: "어텐션 헤드 수", "Attention heads";
    KV_HEADS: "키·값 헤드 수", "Key and value heads";
    FFN: "피드포워드 차원", "Feed-forward size";
    VOCAB: "어휘 수", "Vocabulary";
    EXPERTS: "전문가 수", "Experts";
    EXPERTS_HINT: "전문가 혼합(MoE)이 아니면 비워 두세요", "Leave empty if there are none";
    PER_TOKEN: "토큰당 활성 전문가 수", "Experts used per token";
    EXPERT_FFN: "전문가 하나의 차원", "Size of an expert";

    TASK: "하려는 일", "Task";
    TASK_PRETRAIN: "사전학습", "Pre-training";
    TASK_CONTINUED: "추가 사전학습", "Continued pre-training";
    TASK_FULL: "전체 미세조정", "Full fine-tuning";
    TASK_LORA: "LoRA 미세조정", "LoRA fine-tuning";
    TASK_QLORA: "QLoRA 미세조정(4비트)", "QLoRA fine-tuning (4 bits)";
    TASK_PREFERENCE: "선호 학습(DPO)", "Preference tuning (DPO)";
    TASK_SERVE: "추론 서비스", "Serving";
    TASK_GPU_HOURS: "GPU시간 직접 입력", "I know my GPU-hours";
    TOKENS: "학습 토큰 수", "Tokens to train on";
    TOKENS_HINT: "여러 번 반복하면 모두 더한 수. 예: 100B, 1천억", "All passes together, such as 100B";
    WITHIN: "목표 기간(일)", "Finish within (days)";
    WITHIN_HINT: "비워 두면 60일로 봅니다", "60 days if left empty";
    SEQUENCE: "시퀀스 길이", "Sequence length";
    SEQUENCE_HINT: "토큰 수. 예: 4096, 32k", "In tokens, such as 4096 or 32k";
    BATCH: "배치(토큰)", "Batch, in tokens";
    BATCH_HINT: "비워 두면 흔한 값으로 계산합니다", "The usual one if left empty";
    PRECISION: "계산 정밀도", "Precision";
    CACHE: "캐시 정밀도", "Precision of the cache";
    CACHE_HINT:
        "고르지 않으면 파일에 적힌 대로, 없으면 16비트입니다",
        "As the file says if not chosen, else 16 bits";
    PRECISION_USUAL: "자동(BF16)", "Automatic (BF16)";
    PRECISION_STORED: "자동(파일대로, 없으면 BF16)", "Automatic (as the file says, else BF16)";
    OPTIMIZER: "옵티마이저", "Optimizer";
    FRAMEWORK: "학습 소프트웨어", "Training software";
    RECOMPUTE: "활성값 재계산", "Recomputation";
    AUTOMATIC: "자동", "Automatic";
    RANK: "어댑터 랭크", "Adapter rank";
    TRIALS: "실패·시험 실행 추가분", "Extra for failed and trial runs";
    TRIALS_HINT: "0.1이면 10%를 더합니다", "0.1 adds a tenth";
    UTILISATION: "GPU 이용률(MFU, %)", "Utilisation (MFU, %)";
    UTILISATION_HINT:
        "밀집(dense) BF16 최고 성능에 대한 모델 연산(인과 어텐션)의 비율. 비워 두면 공개된 값을 씁니다",
        "Model FLOPs (causal attention) over the dense BF16 peak. Published values if left empty";
    GOODPUT: "유효 가동률(%)", "Goodput (%)";
    GOODPUT_HINT:
        "장애·재시작·평가를 뺀 시간의 비율. 비워 두면 공개된 값을 씁니다",
        "The share of the time without failures, restarts and evaluation. Published values if left empty";
    LAYOUT_HINT: "비워 두면 가장 빠른 구성을 찾습니다", "If left empty, the fastest one is looked for";
    TENSOR: "텐서 병렬", "Tensor parallel";
    PIPELINE: "파이프라인 병렬", "Pipeline parallel";
    CONTEXT: "컨텍스트 병렬", "Context parallel";
    EXPERT: "전문가 병렬", "Expert parallel";
    ZERO: "ZeRO 단계", "ZeRO stage";
    PROMPT: "프롬프트 길이", "Prompt length";
    ANSWER: "답변 길이", "Answer length";
    LENGTH_HINT: "토큰 수", "In tokens";
    GOAL: "목표", "Goal";
    GOAL_USERS: "동시에 쓰는 사람 수", "Users at once";
    GOAL_RATE: "초당 출력 토큰", "Output tokens per second";
    USERS: "동시 사용자", "Users at once";
    USERS_HINT: "답을 기다리는 사람만 셉니다", "Only those who wait for an answer";
    EACH: "1인당 초당 토큰", "Tokens per second for each";
    EACH_HINT: "20이면 읽는 속도보다 빠릅니다", "20 is faster than people read";
    RATE: "초당 출력 토큰 합계", "Output tokens per second in all";
    SERVE_DAYS: "서비스 기간(일)", "Days of service";
    GPU_HOURS: "GPU시간", "GPU-hours";
    ON: "기준 GPU", "Reference GPU";
    MORE: "상세 설정", "More options";
    RULES: "신청 주체와 공모", "Applicant and call";

    PRECISION_BF16: "BF16(16비트)", "BF16 (16 bits)";
    PRECISION_FP8: "FP8(8비트)", "FP8 (8 bits)";
    PRECISION_FP4: "FP4(4비트)", "FP4 (4 bits)";
    PRECISION_INT4: "INT4(4비트, 계산은 16비트)", "INT4 (4 bits, computed in 16)";
    PRECISION_INT8: "INT8(8비트, 속도는 16비트 기준)", "INT8 (8 bits, at the speed of 16)";
    OPTIMIZER_ADAM: "Adam(혼합 정밀도)", "Adam (mixed precision)";
    OPTIMIZER_ADAM_FP32: "Adam(32비트 기울기)", "Adam (32-bit gradients)";
    OPTIMIZER_PURE_BF16: "Adam(16비트만)", "Adam (16 bits only)";
    OPTIMIZER_ADAM_8BIT: "Adam(8비트 상태)", "Adam (8-bit states)";
    OPTIMIZER_MUON: "Muon(모멘트 하나)", "Muon (one moment)";
    FRAMEWORK_MEGATRON: "Megatron·NeMo 계열", "Megatron, NeMo and similar";
    FRAMEWORK_FSDP: "PyTorch FSDP 계열", "PyTorch FSDP and similar";
    FRAMEWORK_HUGGINGFACE: "Hugging Face 스크립트", "Hugging Face scripts";
    RECOMPUTE_NONE: "재계산 안 함", "No recomputation";
    RECOMPUTE_SELECTIVE: "일부만 재계산", "Selective recomputation";
    RECOMPUTE_FULL: "모두 재계산", "Full recomputation";

    ANSWER_RUN: "{accelerator}: {nodes}로 {days} 걸립니다.", "{accelerator}: {nodes} for {days}.";
    ANSWER_SERVE: "{accelerator}: {nodes}면 됩니다.", "{accelerator}: {nodes} will do.";
    ANSWER_SHORT:
        "{accelerator}: {nodes}로도 목표에 못 미칩니다.",
        "{accelerator}: even {nodes} would fall short of the goal.";
    ANSWER_NONE:
        "{accelerator}: 신청할 수 있는 규모가 없습니다.",
        "{accelerator}: there is no size that can be requested.";
    INVALID: "표시한 칸을 고치면 계산합니다.", "Change the marked fields to see an answer.";
    NO_SITES:
        "현황 자료에 계산할 만큼 성능이 적힌 가속기가 없습니다.",
        "No accelerator of the capacity file has the figures that sizing needs.";
    TYPICAL:
        "매개변수 수만 알려져, 그 크기의 흔한 구조와 흔한 캐시(그룹 쿼리)로 계산했습니다.",
        "Only the parameters are known, so a typical shape of that size is assumed, with a typical cache (grouped queries).";
    WHY_SURE:
        "보수적으로 추정해도 목표를 채우는 가장 적은 노드입니다.",
        "The fewest nodes that meet the goal even by the cautious estimate.";
    WHY_LIKELY:
        "중간 추정으로 목표를 채우는 가장 적은 노드입니다. 보수적으로 추정하면 모자랍니다.",
        "The fewest nodes that meet the goal by the middle estimate. By the cautious one they do not.";
    WHY_NEAREST: "목표에 가장 가까운 규모입니다.", "The size that comes closest to the goal.";
    BINDS_NOTHING: "노드 1대로 됩니다.", "One node will do.";
    BINDS_MEMORY: "더 적으면 메모리에 들어가지 않습니다.", "With fewer it does not fit into memory.";
    BINDS_TIME: "더 적으면 시간이 모자랍니다.", "With fewer it takes too long.";
    BINDS_RATE: "더 적으면 속도가 모자랍니다.", "With fewer it is too slow.";
    BINDS_CALL_LEAST: "공모가 정한 최소 노드 수입니다.", "It is the fewest that the call allows.";
    BINDS_CALL_MOST:
        "공모가 정한 최대 노드 수라서 더 늘릴 수 없습니다.",
        "It is the most that the call allows.";
    BINDS_BLOCK:
        "가장 큰 노드 블록이 이만큼이라서 더 늘릴 수 없습니다.",
        "The largest block has no more.";
    BINDS_BATCH:
        "배치가 작아 GPU를 더 늘려도 할 일이 없습니다.",
        "The batch is too small for more GPUs to have work.";
    BINDS_NOT_OFFERED: "이 공모에는 이 가속기가 없습니다.", "The call does not offer this accelerator.";

    NODES: "노드", "Nodes";
    TIME_NEEDED: "소요 기간", "Time it takes";
    PUBLISHED_RUNS: "공개된 학습 사례", "Published runs";
    RUNS_HELD:
        "{runs}건 중 {held}건이 나머지 사례로 정한 범위 안",
        "{held} of {runs} lie in the range that the others set";
    RUNS_FEW: "{runs}건(적어서 범위를 넓게 잡음)", "{runs} (too few, so the range is wider)";
    DAYS: "소요 일수", "Days";
    GPU_HOURS_NEEDED: "GPU시간", "GPU-hours";
    TERM: "신청할 기간", "Term to request";
    TERM_SHORT: "{term}(보수적으로 추정하면 모자람)", "{term} (too short by the cautious estimate)";
    RATE_ALL: "초당 출력 토큰", "Output tokens per second";
    USERS_SERVED: "동시 사용자", "Users at once";
    FEE: "예상 이용료", "Expected fee";
    LAYOUT_OF: "병렬 구성", "Layout";
    LAYOUT_TEXT:
        "텐서 {tp} × 파이프라인 {pp} × 컨텍스트 {cp} × 데이터 {dp}",
        "tensor {tp} × pipeline {pp} × context {cp} × data {dp}";
    LAYOUT_EXPERTS: "전문가 병렬 {ep}", "experts over {ep}";
    LAYOUT_ZERO: "ZeRO {stage}단계", "ZeRO stage {stage}";
    MEMORY: "GPU당 메모리", "Memory per GPU";
    MEMORY_OF: "{capacity} 중 {used}", "{used} of {capacity}";
    MEMORY_SOLD: "{capacity}(제품 표기 {sold} GB)", "{capacity} (sold as {sold} GB)";
    VERDICT_FITS: "들어감", "Fits";
    VERDICT_LIKELY: "아마 들어감", "Likely fits";
    VERDICT_UNLIKELY: "아마 안 들어감", "Likely does not fit";
    VERDICT_NO: "안 들어감", "Does not fit";
    IS_FREE: "자리가 있나요?", "Is there a place?";
    TO_FIT: "이 규모로 맞춰보기", "See where this fits";

    WARN_STARVED:
        "한 스텝의 작업이 적어 GPU가 기다립니다. 제 속도의 {share}만 냅니다.",
        "Steps are so small that GPUs wait. They reach {share} of their speed.";
    WARN_FEW_TOKENS:
        "한 스텝에 GPU 하나가 맡는 토큰이 {tokens}뿐입니다.",
        "Each GPU gets only {tokens} tokens in a step.";
    // `%` is read 퍼센트, which ends in a vowel: hence 를.
    WARN_BUBBLE:
        "파이프라인을 채울 작업이 적어 시간의 {share}를 쉽니다.",
        "The pipeline has too little to do and is idle for {share} of the time.";
    WARN_MEMORY:
        "보수적으로 추정하면 메모리에 들어가지 않습니다. 재계산을 늘리거나 노드를 더하세요.",
        "By the cautious estimate it does not fit into memory. Recompute more, or add nodes.";
    WARN_SHORT:
        "짧은 시퀀스에 패딩을 채우는 스크립트라면 더 느립니다.",
        "Scripts that pad short sequences take longer.";
    WARN_PADDED:
        "텐서 병렬 수가 어휘 수를 나누지 않아, 엔진이 어휘를 늘려 맞춥니다.",
        "The tensor-parallel ranks do not divide the vocabulary: engines pad it.";
    WARN_PARALLEL:
        "흔한 미세조정 스크립트는 층을 여러 GPU로 나누지 못합니다. 나누는 소프트웨어가 필요합니다.",
        "Most fine-tuning scripts cannot split layers over GPUs. This needs software that can.";

    CURVE: "노드 수와 소요 일수", "Nodes and days";
    CURVE_LABEL: "{accelerator}: 노드 수별 소요 일수 그림", "{accelerator}: picture of days by nodes";
    CURVE_HINT:
        "옅은 띠는 낮은 추정부터 높은 추정까지, 칠한 곳은 신청할 수 있는 범위입니다.",
        "The light band goes from the low to the high estimate. The filled area can be requested.";
    CURVE_X: "노드 →", "nodes →";
    CURVE_GOAL: "목표 {days}", "goal {days}";
    TABLE: "{accelerator}: 노드 수별 소요 일수", "{accelerator}: days by number of nodes";
    TABLE_SERVE: "{accelerator}: 노드 수별 속도", "{accelerator}: what each number of nodes can serve";
    LOW: "낮은 추정", "Low";
    LIKELY: "중간 추정", "Middle";
    HIGH: "높은 추정", "High";
    FITS_MEMORY: "메모리", "Memory";
    ALLOWED: "신청 가능 여부", "Can be requested";
    ALLOWED_YES: "가능", "yes";
    ALLOWED_NOT_OFFERED: "공모에 없음", "not in the call";
    ALLOWED_FEW: "노드가 적음", "too few nodes";
    ALLOWED_MANY: "노드가 많음", "too many nodes";
    ALLOWED_LONG: "기간이 김", "too long";
    POINT: "권장", "Suggested";

    STEPS: "계산 과정", "Every step of the calculation";
    STEPS_MODEL: "모델의 매개변수", "Parameters of the model";
    FORMULA: "식", "Formula";
    NUMBERS: "대입한 값", "Values";
    SOURCE: "출처", "Source";
    SOURCE_GIVEN: "입력한 값", "As given";
    SOURCE_CONFIG: "모델의 구성", "The model's shape";
    SOURCE_ARITHMETIC: "위 값으로 계산", "From the values above";
    SOURCE_DATA_SHEETS: "NVIDIA 제품 자료(밀집 성능)", "NVIDIA data sheets (dense)";
    SOURCE_CALL: "공모 규칙", "Rules of the call";

    EFFECTS: "무엇을 바꾸면 달라지나요?", "What would change it?";
    EFFECTS_CAPTION:
        "{accelerator}: 노드 수는 그대로 두고 하나씩 바꾸면(지금 100%)",
        "{accelerator}: one change at a time, with the same nodes (100% is now)";
    CHANGE: "바꾸는 것", "Change";
    CHANGE_HOURS: "GPU시간", "GPU-hours";
    CHANGE_MEMORY: "메모리", "Memory";
    CHANGE_NO_FIT: "들어가지 않음", "does not fit";
    CHANGE_BATCH: "배치 {tokens} 토큰", "Batch of {tokens} tokens";
    CHANGE_SEQUENCE: "시퀀스 {tokens} 토큰", "Sequences of {tokens} tokens";
    CHANGE_PROMPT: "프롬프트 {tokens} 토큰", "Prompts of {tokens} tokens";

    WRONG_MISSING: "적어 주세요.", "Please fill this in.";
    WRONG_NUMBER:
        "‘{typed}’에서 수를 읽지 못했습니다. 8B, 1.5T, 4096처럼 적어 주세요.",
        "‘{typed}’ is not a number. Write it like 8B, 1.5T or 4096.";
    WRONG_CHOICE:
        "‘{typed}’: 목록에 없는 값입니다. 목록에서 골라 주세요.",
        "‘{typed}’ is not in the list. Choose one of it.";
    WRONG_RANGE: "{least}~{most} 사이로 적어 주세요.", "Write a number from {least} to {most}.";
    WRONG_WHOLE: "0 이상의 정수로 적어 주세요.", "Write a whole number that is not negative.";
    WRONG_PARAMETERS:
        "이 조합의 모델은 없습니다. 매개변수는 {least}~{most}, 활성 수는 그보다 몇 배 적게 적어 주세요.",
        "There is no such model. Write {least} to {most}, and several times fewer active ones.";
    WRONG_NO_TEXT:
        "인코더는 글을 만들지 않아 서비스 규모를 계산하지 못합니다. 학습을 골라 주세요.",
        "An encoder makes no text, so a service cannot be sized. Choose a kind of training.";
    WRONG_ZERO: "‘{field}’: 1 이상이어야 합니다.", "‘{field}’ must be at least 1.";
    WRONG_ABOVE: "‘{field}’: {most} 이하여야 합니다.", "‘{field}’ must be at most {most}.";
    WRONG_MORE_THAN: "‘{field}’: ‘{other}’보다 클 수 없습니다.", "‘{field}’ cannot be more than ‘{other}’.";
    WRONG_DIVIDE: "‘{field}’: ‘{other}’를 나누어떨어지게 해야 합니다.", "‘{field}’ must divide ‘{other}’.";
    WRONG_CONFIG_LONG: "너무 깁니다. config.json 하나만 붙여 넣으세요.", "This is too long. Paste one config.json.";
    WRONG_CONFIG_JSON:
        "JSON이 아닙니다. 파일 전체를 붙여 넣으세요.",
        "This is not JSON. Paste the whole file.";
    WRONG_CONFIG_MISSING: "‘{field}’ 값이 없습니다.", "‘{field}’ is missing.";
    WRONG_CONFIG_NUMBER: "‘{field}’: 0 이상의 정수여야 합니다.", "‘{field}’ must be a whole number that is not negative.";
    WRONG_CONFIG_KIND:
        "이 종류(‘{field}’)의 모델은 모릅니다. 구조나 매개변수 수로 적어 주세요.",
        "This kind of model (‘{field}’) is not known. Give its shape or its parameters.";
    WRONG_CONFIG_NO_TRANSFORMER:
        "토큰을 섞는 방식을 모르는 모델입니다(‘{field}’). 비슷한 트랜스포머의 매개변수 수로 적어 주세요.",
        "How this model (‘{field}’) mixes tokens is not known here. Give the parameters of a similar transformer.";
    WRONG_CONFIG_ENCODER:
        "인코더·디코더 모델이거나 모르는 인코더입니다(‘{field}’). 매개변수 수로 적어 주세요.",
        "This model (‘{field}’) has an encoder and a decoder, or is an encoder that is not known here. Give the parameters.";
    WRONG_CONFIG_DIFFUSION:
        "토큰이 아니라 그림을 만드는 확산 모델입니다(‘{field}’). GPU 시간을 안다면 그것으로 적어 주세요.",
        "This is a diffusion model (‘{field}’): it makes images, not tokens. Give the GPU-hours if you know them.";
    WRONG_CONFIG_SPARSE:
        "압축하거나 골라 보는 어텐션(‘{field}’)은 비용이 공개되지 않아 계산하지 못합니다. 매개변수 수와 활성 수로 적어 주세요.",
        "The cost of attention over compressed or chosen blocks (‘{field}’) is not published. Give the parameters and the active ones.";
    WRONG_CONFIG_INDEX:
        "전문가 혼합 모델의 가중치 목록만으로는 활성 수를 알 수 없습니다. config.json이나 매개변수 수와 활성 수로 적어 주세요.",
        "An index of weights does not tell how many parameters of a mixture of experts are active. Paste the config.json, or give the parameters and the active ones.";
    WRONG_CONFIG_FEATURE:
        "‘{field}’ 기능은 계산하지 못합니다. 구조나 매개변수 수로 적어 주세요.",
        "‘{field}’ cannot be sized. Give the shape or the parameters.";
}
