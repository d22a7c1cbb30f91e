//! The built bot on a Discord that has bad days: connections cut, resumed and forgotten, answers that
//! fail, come too late or are lost, and the bot killed in between, while people write, change, delete,
//! cross out and press. Nothing is lost, nothing is said twice, and what was taken back is gone.
//!
//! `GCM_TALKS_TEST_STORMS` says how many days there are (10, all at once: a bad day is mostly waiting),
//! `GCM_TALKS_TEST_STORM_STEPS` how much people do on each (120, which takes a minute).

use crate::common::opened;
use crate::fake_discord::{Discord, Id, Message, Trouble};
use crate::on_discord::{OnDiscord, plain};
use crate::stage::Stage;
use futures_util::future::join_all;
use gcm_talks::clock::Draw;
use gcm_talks::model::MINUTE;
use gcm_talks::record;
use gcm_talks::store::{Job, Load, LoadKey, Outbox, Store};
use serde_json::json;
use sqlx::{AnyConnection, Connection, Executor};
use std::collections::BTreeMap;
use std::time::Duration;

/// What Sana gives until a floor is open, and how many answers she and the room have then.
const FOUNDING: [(&str, &str, usize); 7] = [
    ("!gcm consultation create africa region africa title Consultation for Africa", "@sana", 1),
    ("!gcm consultation set africa controller the invented secretariat", "@sana", 2),
    ("!gcm consultation set africa contact focal-point@example.org", "@sana", 3),
    ("!gcm consultation set africa retention 730", "@sana", 4),
    ("!gcm room bind plaza", "#plaza", 2),
    ("!gcm room set ack reaction", "#plaza", 4),
    ("!gcm floor open", "#plaza", 6),
];

/// Who consents, and who never does.
const SPEAKERS: [&str; 3] = ["amina", "binta", "chidi"];
const NEVER: &str = "dayo";

/// Until when what was heard and said must have settled after a bad day: four marks a second is what
/// Discord allows, and a day has some hundreds.
const SETTLED: Duration = Duration::from_secs(300);

/// A channel whose floor is open, in which three people take part.
async fn plaza() -> OnDiscord {
    let mut stage = OnDiscord::new("sana").await;
    for (line, place, answers) in FOUNDING {
        stage.act("sana", "plaza", line).await;
        stage.said(place, answers).await;
    }
    for who in SPEAKERS {
        stage.act(who, "plaza", "!gcm consent quote").await;
        stage.said(&format!("@{who}"), 1).await;
    }
    stage.meet(NEVER);
    stage
}

/// What is on the record, by what was written: how often.
async fn noted(store: &Store) -> BTreeMap<String, usize> {
    'again: loop {
        let mut snapshot = store.snapshot().unwrap();
        store.load_base(&mut snapshot).await.unwrap();
        let load: Load = snapshot.rows.consultations.iter().map(|c| LoadKey::Consultation(c.id)).collect();
        store.load(&mut snapshot, &load).await.unwrap();
        let mut texts = BTreeMap::new();
        for row in snapshot.rows.contributions.iter() {
            // What changes while it is read is read anew.
            let Ok(body) = record::body_of(&snapshot, row) else { continue 'again };
            for part in body.map(|body| body.parts).unwrap_or_default() {
                *texts.entry(part.text).or_insert(0) += 1;
            }
        }
        return texts;
    }
}

/// The marks of the outbox on what the bot said: each stands for one thing that was to be said.
fn marks(said: &[Message]) -> Vec<String> {
    let mut marks = Vec::new();
    for message in said {
        let last = message.content.lines().last().and_then(|line| line.strip_prefix("-# "));
        marks.extend(last.map(str::to_owned));
        marks.extend(message.embeds.iter().filter_map(|embed| embed["footer"]["text"].as_str()).map(str::to_owned));
    }
    marks
}

/// Waits until something is on the record, each time until the bot has answered once more. What is
/// joined to what its author wrote before bears no mark of its own.
async fn is_noted(stage: &OnDiscord, text: &str) {
    let waiting = async {
        loop {
            answers(stage).await;
            let store = stage.bot.store().await;
            let noted = noted(&store).await;
            store.close().await;
            if noted.contains_key(text) {
                return;
            }
        }
    };
    assert!(tokio::time::timeout(SETTLED, waiting).await.is_ok(), "{text:?} is never noted");
}

/// Asks the bot what it is, and waits for its first answer, or until none can come any more.
async fn answers(stage: &OnDiscord) {
    let sana = stage.person("sana").clone();
    let asked = sana.invokes(stage.channel("plaza"), "gcm about", &[]).unwrap();
    let done = |_: &Discord| sana.answer(asked).is_some() || sana.left_alone(asked);
    // Nothing changes on Discord by itself when the time is over.
    let _ = tokio::time::timeout(Duration::from_secs(4), stage.discord.comes(done)).await;
}

/// Nothing that was to be said stands twice.
fn nothing_is_said_twice(stage: &OnDiscord) {
    let mut marks = marks(&stage.discord.said());
    assert!(marks.len() > 10, "what the bot says bears no marks: {marks:?}");
    marks.sort();
    let twice: Vec<&[String]> = marks.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "said twice: {twice:?}");
}

/// A bad day as far as it has come.
struct Day {
    stage: OnDiscord,
    draw: Draw,
    channel: Id,
    /// What those who take part wrote and still stands: by whom, which message, its text.
    standing: Vec<(&'static str, Id, String)>,
    /// What was taken back or replaced.
    gone: Vec<String>,
    /// What was said by slash command: the interaction and the text.
    given: Vec<(Id, &'static str, String)>,
    /// What happened, for whoever reads a failure.
    told: Vec<String>,
    texts: usize,
}

impl Day {
    fn pick(&mut self, of: usize) -> usize {
        u32::from_le_bytes(self.draw.bytes::<4>()) as usize % of
    }

    /// A text that nobody has written before.
    fn text(&mut self, who: &str) -> String {
        self.texts += 1;
        format!("{who} writes of fees, marker-{who}-{:04}.", self.texts)
    }

    fn tell(&mut self, what: impl Into<String>) {
        self.told.push(what.into());
    }

    /// Somebody does something.
    fn acts(&mut self) {
        let who = SPEAKERS[self.pick(SPEAKERS.len())];
        let person = self.stage.person(who).clone();
        let of_person: Vec<usize> = (0..self.standing.len()).filter(|n| self.standing[*n].0 == who).collect();
        match (self.pick(20), of_person.len()) {
            (0..=2, 1..) => {
                let at = of_person[self.pick(of_person.len())];
                let text = self.text(who);
                person.edits(self.standing[at].1, &text);
                self.tell(format!("{who} changes {} to {text}", self.standing[at].2));
                let before = std::mem::replace(&mut self.standing[at].2, text);
                self.gone.push(before);
            }
            (3..=4, 1..) => {
                let at = of_person[self.pick(of_person.len())];
                let (_, id, text) = self.standing.remove(at);
                person.deletes(id);
                self.tell(format!("{who} deletes {text}"));
                self.gone.push(text);
            }
            (5..=6, 1..) => {
                let at = of_person[self.pick(of_person.len())];
                let (_, id, text) = self.standing.remove(at);
                person.reacts(id, "❌");
                self.tell(format!("{who} crosses out {text}"));
                self.gone.push(text);
            }
            (7, _) => {
                let text = self.text(who);
                let given = person.invokes(self.channel, "gcm say", &[("text", json!(text))]).unwrap();
                self.tell(format!("{who} says by command {text}"));
                self.given.push((given, who, text));
            }
            (8, _) => {
                self.stage.person(who).invokes(self.channel, "gcm status", &[]).unwrap();
            }
            (9, _) => self.never_takes_part(),
            (10..=12, _) => {
                let text = self.text(NEVER);
                self.stage.person(NEVER).writes(self.channel, &text);
            }
            _ => {
                let text = self.text(who);
                let id = person.writes(self.channel, &text);
                self.tell(format!("{who} writes {text}"));
                self.standing.push((who, id, text));
            }
        }
    }

    /// Who does not take part presses what there is to press.
    fn never_takes_part(&mut self) {
        let never = self.stage.person(NEVER);
        let card = never.sees(self.channel).into_iter().rev().find(|seen| !seen.ephemeral && !seen.buttons.is_empty());
        if let Some(card) = card {
            never.presses(card.id, &card.buttons[0]).unwrap();
        }
    }

    /// Something goes wrong.
    async fn fails(&mut self) {
        let what = self.pick(8);
        let discord = &self.stage.discord;
        match what {
            0 => discord.cut(),
            1 => discord.close(4000),
            2 => discord.ask_to_reconnect(),
            3 => discord.invalidate(true),
            4 => discord.invalidate(false),
            5 => discord.forget_sessions(),
            _ => {
                self.stage.bot.kill();
                // What is done while nobody listens is found afterwards.
                for _ in 0..self.pick(8) {
                    self.acts();
                }
                self.stage.bot.start();
                if self.pick(2) == 0 {
                    self.stage.is_there().await;
                }
            }
        }
        let words = ["cut", "closed", "asked to reconnect", "told to resume", "told to begin anew", "forgotten"];
        self.tell(format!("--- {}", words.get(what).unwrap_or(&"killed")));
    }

    /// Waits for a while by what the bot does, so that what comes next finds it at work.
    async fn goes_on(&mut self) {
        match self.pick(3) {
            0 => {}
            1 => {
                let (before, more) = (self.stage.discord.asked().len(), 1 + self.pick(12));
                self.stage
                    .discord
                    .comes(|discord| discord.asked().len() >= before + more || discord.connected() > 0)
                    .await;
            }
            _ => {
                let Some((_, _, last)) = self.standing.last().cloned() else { return };
                is_noted(&self.stage, &last).await;
            }
        }
    }

    /// Whether what is on the record is what stands. Of what was given by command all is noted that
    /// was acknowledged; what was not, or was answered by what to do if nothing comes of it, its author
    /// knows to be uncertain.
    fn differs(&self, noted: &BTreeMap<String, usize>) -> Option<String> {
        let mut expected: Vec<&String> = self.standing.iter().map(|(_, _, text)| text).collect();
        let mut uncertain = Vec::new();
        for (interaction, who, text) in &self.given {
            let acknowledged = self.stage.person(who).answer(*interaction) == Some(5);
            if acknowledged { &mut expected } else { &mut uncertain }.push(text);
        }
        let missing: Vec<_> = expected.iter().filter(|text| !noted.contains_key(**text)).collect();
        let more: Vec<_> = noted.keys().filter(|text| !expected.contains(text) && !uncertain.contains(text)).collect();
        let twice: Vec<_> = noted.iter().filter(|(_, times)| **times > 1).collect();
        (!missing.is_empty() || !more.is_empty() || !twice.is_empty())
            .then(|| format!("missing: {missing:#?}\nnot expected: {more:#?}\nmore than once: {twice:#?}"))
    }

    /// Waits until the record is what stands and nothing waits to be said.
    async fn settles(&mut self) {
        let mut last = String::new();
        let settling = async {
            loop {
                answers(&self.stage).await;
                let store = self.stage.bot.store().await;
                let noted = noted(&store).await;
                let waiting = store.count::<Outbox>("state = 'waiting'", &[]).await.unwrap()
                    + store.count::<Job>("kind = 'mend'", &[]).await.unwrap();
                store.close().await;
                match self.differs(&noted) {
                    None if waiting == 0 => return,
                    None => last = format!("{waiting} things wait to be said"),
                    Some(differs) => last = differs,
                }
            }
        };
        if tokio::time::timeout(SETTLED, settling).await.is_err() {
            panic!("it never settled: {last}\n{}", self.told.join("\n"));
        }
    }
}

/// A bad day with so many things that people do.
async fn bad_day(seed: u8, steps: usize) {
    let stage = plaza().await;
    let channel = stage.channel("plaza");
    let mut day = Day {
        stage,
        draw: Draw::new([seed; 32]),
        channel,
        standing: Vec::new(),
        gone: Vec::new(),
        given: Vec::new(),
        told: Vec::new(),
        texts: 0,
    };
    // A digest stands when the day begins, with words that are taken back in its course.
    for round in 0..2 {
        for who in SPEAKERS {
            let text = day.text(who);
            let id = day.stage.person(who).writes(day.channel, &text);
            is_noted(&day.stage, &text).await;
            day.standing.push((who, id, text));
        }
        day.stage.clock.advance(5 * MINUTE * (1 - round));
    }
    day.stage.person("sana").writes(day.channel, "!gcm digest full");
    let made = |discord: &Discord| discord.said().iter().flat_map(plain).any(|said| said.contains("How this was made"));
    day.stage.discord.until("a digest stands", made).await;
    day.stage.discord.storm(u64::from(seed), 80);
    let mut done = 0;
    while done < steps {
        let together = 4 + day.pick(12);
        for _ in 0..together {
            day.acts();
        }
        done += together;
        day.goes_on().await;
        day.fails().await;
        day.goes_on().await;
    }
    day.stage.discord.storm(0, 0);
    day.stage.is_there().await;
    day.settles().await;
    nothing_is_said_twice(&day.stage);
    let standing = day.stage.discord.said().into_iter().filter(|message| !message.gone && message.only_for.is_none());
    let files = day.stage.discord.files(day.channel).into_iter().map(|(_, text)| text);
    let standing = standing.flat_map(|message| plain(&message)).chain(files).collect::<Vec<_>>().join("\n");
    let cited: Vec<&String> = day.gone.iter().filter(|text| standing.contains(*text)).collect();
    assert!(cited.is_empty(), "taken back, and stands in the channel: {cited:#?}\n{}", day.told.join("\n"));
    let store = day.stage.close().await;
    let noted = noted(&store).await;
    assert_eq!(day.differs(&noted), None, "after its end");
    let kept = opened(&store).await;
    let left: Vec<&String> = day.gone.iter().filter(|text| kept.contains(*text)).collect();
    assert!(left.is_empty(), "taken back, and kept: {left:#?}\n{}", day.told.join("\n"));
    let never = format!("marker-{NEVER}");
    assert!(!kept.contains(&never));
    for (name, bytes) in day.stage.bot.files() {
        let found = bytes.windows(never.len()).any(|window| window == never.as_bytes());
        assert!(!found, "what {NEVER} wrote can be read in {name}");
    }
    println!(
        "bad day {seed}: {} requests, {} texts, {:?} greetings",
        day.stage.discord.asked().len(),
        day.texts,
        day.stage.discord.greetings()
    );
}

fn number(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).ok().map_or(otherwise, |number| number.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread")]
async fn on_bad_days_nothing_is_lost_and_nothing_said_twice_and_what_was_taken_back_is_gone() {
    let steps = number("GCM_TALKS_TEST_STORM_STEPS", 120);
    let seeds = 1..=u8::try_from(number("GCM_TALKS_TEST_STORMS", 10)).unwrap();
    join_all(seeds.map(|seed| bad_day(seed, steps))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_while_it_is_dead_is_found_in_the_history() {
    let mut stage = plaza().await;
    let channel = stage.channel("plaza");
    let amina = stage.person("amina").clone();
    let before = ["one", "two", "three", "four"].map(|n| format!("Amina writes of fees, {n}."));
    let ids = before.each_ref().map(|text| amina.writes(channel, text));
    is_noted(&stage, &before[3]).await;
    stage.bot.kill();
    amina.edits(ids[1], "Amina writes of wages.");
    amina.deletes(ids[2]);
    amina.reacts(ids[3], "❌");
    let more: Vec<String> = (0..130).map(|n| format!("Amina writes to nobody, {n:03}.")).collect();
    for text in &more {
        amina.writes(channel, text);
    }
    stage.person(NEVER).writes(channel, "marker-dayo");
    stage.bot.start();
    stage.is_there().await;
    amina.writes(channel, "Amina writes again.");
    is_noted(&stage, "Amina writes again.").await;
    let store = stage.close().await;
    let mut expected: BTreeMap<String, usize> = more.into_iter().map(|text| (text, 1)).collect();
    for text in [before[0].as_str(), "Amina writes of wages.", "Amina writes again."] {
        expected.insert(text.to_owned(), 1);
    }
    assert_eq!(noted(&store).await, expected);
    let kept = opened(&store).await;
    for gone in [before[1].as_str(), &before[2], &before[3], "marker-dayo"] {
        assert!(!kept.contains(gone), "{gone} is kept");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_down_in_time_is_acknowledged_by_what_to_do_and_answered_once_it_can() {
    let stage = plaza().await;
    let amina = stage.person("amina").clone();
    let say = || amina.invokes(stage.channel("plaza"), "gcm say", &[("text", json!("Amina writes of fees."))]).unwrap();
    let answer = |discord: &Discord, to: Id| {
        let said = discord.said();
        said.iter().find(|message| message.interaction == Some(to)).map(plain).unwrap_or_default()
    };
    let late = "This takes longer than usual. If no answer stands here in a minute, please do it once more.";

    // Somebody writes into the database, and does not come to an end.
    let store = stage.bot.store().await;
    let database = format!("sqlite:{}", stage.bot.file("data/gcm-talks.db").display());
    let mut other = AnyConnection::connect(&database).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let said = say();
    stage.discord.until("it is acknowledged", |_| amina.answer(said).is_some()).await;
    assert_eq!((amina.answer(said), answer(&stage.discord, said)), (Some(4), vec![late.to_owned()]));
    assert!(noted(&store).await.is_empty());

    other.execute("ROLLBACK").await.unwrap();
    let answered = |discord: &Discord| answer(discord, said).iter().any(|text| text.contains(", in plaza."));
    stage.discord.until("it is answered", answered).await;
    let stands = answer(&stage.discord, said);
    assert!(stands.len() == 1 && !stands[0].contains("once more"), "{stands:?}");
    assert_eq!(noted(&store).await.len(), 1);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_stands_is_found_by_its_mark_where_discord_remembers_no_nonce() {
    let mut stage = plaza().await;
    let before = stage.said("@amina", 1).await.len();
    // What Amina is told now stands, but the bot is killed before it hears so.
    stage.discord.fail("POST", "/messages", Trouble::LostReply);
    stage.act("amina", "private", "A question in private, to which something is said.").await;
    let told = stage.said("@amina", before + 1).await;
    stage.bot.kill();
    // For longer than Discord knows a nonce again.
    stage.clock.advance(6 * MINUTE);
    stage.bot.start();
    stage.is_there().await;
    stage.act("amina", "private", "!gcm status").await;
    let all = stage.said("@amina", before + 2).await;
    assert_eq!(all.len(), before + 2, "said twice: {all:#?}");
    assert_eq!(all[..before + 1], told);
    let store = stage.close().await;
    assert_eq!(store.count::<Outbox>("state = 'waiting'", &[]).await.unwrap(), 0);
    nothing_is_said_twice(&stage);
}
