//! Random rounds from a seed.

use jari::fit::plan::{Allotment, CallRules, ClassShare, Limit, Order, RoundPolicy, RoundQueueing};
use jari::model::{Application, Class, Instant, Score, Snapshot};

use super::{Kind, Random, hour, random};

/// Applications to be decided by a policy.
#[derive(Clone)]
pub struct RoundCase {
    pub snapshot: Snapshot,
    pub applications: Vec<Application>,
    pub policy: RoundPolicy,
}

/// The round with this seed: up to 12 applications on blocks of up to 40 nodes.
pub fn round(seed: u64) -> RoundCase {
    let kind = match seed % 20 {
        0..=11 => Kind::Hours,
        12..=17 => Kind::Days,
        18 => Kind::Months,
        _ => Kind::LastDays,
    };
    let random = &mut Random::new(seed);
    let most = *random.one_of(&[1, 4, 12, 12]);
    let asked = random.within(1, most);
    let (mut snapshot, mut requests) = random::asked_of_one(kind, random, asked);
    // In most rounds all ask for the same accelerator from the same start on, as those of a call do,
    // and for so many nodes that some of them go without.
    if random.percent(75) {
        let first = requests.iter().map(|request| request.not_before).min().unwrap();
        for block in &mut snapshot.blocks {
            block.accelerator = "h200".into();
        }
        for request in &mut requests {
            request.accelerators = vec!["h200".into()];
            (request.not_before, request.blocks) = (first, None);
            request.call = request.call.take().filter(|_| random.percent(30));
            request.not_after = request.not_after.filter(|_| random.percent(30));
        }
    }
    let applications = requests.into_iter().enumerate().map(|(index, mut request)| {
        // Most have ids of their own, as a list that was read has; the order knows what to do where
        // two are the same.
        let number = if random.percent(95) { index } else { 0 };
        request.id = format!("a{}", (number * 7) % 12);
        let score = random.percent(85).then(|| f64::from(random.within(0, 5)) - 2.0);
        let day = random.percent(60).then(|| random.within(0, 3));
        Application {
            title: String::new(),
            score: score.and_then(Score::new),
            submitted_at: day.map(|day| Instant::parse(&hour(24 * day).to_rfc3339()).unwrap()),
            request,
        }
    });
    let applications = applications.collect();
    let policy = policy(random);
    RoundCase { snapshot, applications, policy }
}

/// Any policy; that of the page most often.
fn policy(random: &mut Random) -> RoundPolicy {
    let mut shares = Vec::new();
    while random.percent(45) {
        let most = match random.percent(50) {
            true => Limit::Nodes(random.within(0, 20)),
            false => Limit::NodeHours(u64::from(random.within(0, 800))),
        };
        shares.push(ClassShare { class: *random.one_of(&Class::ALL), most });
    }
    RoundPolicy {
        order: *random.one_of(&[Order::Score, Order::Arrival, Order::List]),
        amount: *random.one_of(&[Allotment::Whole, Allotment::Partial]),
        longest_wait: *random.one_of(&[None, None, Some(0), Some(5), Some(72)]),
        behind: *random.one_of(&[RoundQueueing::Skip, RoundQueueing::Skip, RoundQueueing::Stop]),
        shares,
        rules: *random.one_of(&[CallRules::Kept, CallRules::Kept, CallRules::LeftOut]),
    }
}
