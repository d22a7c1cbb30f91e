//! A script: what people write, and below each line words of what is said to it, place by place. It is
//! played on a stage, and nothing may be said that it does not expect.

use crate::stage::{Stage, fill};
use regex::Regex;
use std::collections::BTreeMap;

/// One step of a script.
pub struct Step {
    pub room: String,
    pub who: String,
    pub line: String,
    /// What is said to it: the place, and words of each answer.
    answers: Vec<(String, String)>,
}

/// The steps of a script: a line of the console's pipe, and below it what is said to it, place by place:
/// words that the answer holds. `{amina}` stands for the first receipt that Amina was told, `{amina:2}`
/// for the second.
pub fn steps(script: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in script.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
        if let Some(answer) = line.strip_prefix("    ") {
            let (place, words) = answer.split_once(' ').unwrap_or((answer, ""));
            steps.last_mut().unwrap().answers.push((place.to_owned(), words.trim().to_owned()));
            continue;
        }
        let mut parts = line.splitn(3, ' ');
        let (room, who) = (parts.next().unwrap(), parts.next().unwrap());
        steps.push(Step {
            room: room.strip_prefix('#').unwrap().to_owned(),
            who: who.strip_prefix('@').unwrap().to_owned(),
            line: parts.next().unwrap().to_owned(),
            answers: Vec::new(),
        });
    }
    steps
}

/// What the bot said so far, by place.
type Said = BTreeMap<String, Vec<String>>;

/// With what was told in the places of `{amina}` and of `{code}`: the last code that anyone got.
fn with_receipts(text: &str, said: &Said) -> String {
    let all: Vec<String> = said.values().flatten().cloned().collect();
    let code = Regex::new(r"link account (\d{4} \d{4})").unwrap();
    let all = all.join("\n");
    let last = code.captures_iter(&all).last().map(|found| found[1].to_owned()).unwrap_or_default();
    fill(&text.replace("{code}", &last), |who| said.get(&format!("@{who}")).cloned().unwrap_or_default())
}

/// Plays a script on a stage, and looks at each answer.
pub async fn play(stage: &mut impl Stage, script: &str) {
    let mut said = Said::new();
    for step in steps(script) {
        let shown = format!("#{} @{} {}", step.room, step.who, step.line);
        match step.line.split_once(' ') {
            Some(("/room", opened)) => stage.open(&step.who, opened).await,
            Some(("/go", made)) => stage.go(&step.who, made).await,
            _ => stage.act(&step.who, &step.room, &with_receipts(&step.line, &said)).await,
        }
        let mut places: Vec<&String> = step.answers.iter().map(|(place, _)| place).collect();
        places.dedup();
        for place in places {
            let answers: Vec<&String> = step.answers.iter().filter(|(at, _)| at == place).map(|(_, of)| of).collect();
            let before = said.get(place).map_or(0, Vec::len);
            let all = stage.said(place, before + answers.len()).await;
            said.insert(place.clone(), all.clone());
            let new: Vec<String> = all.iter().skip(before).map(|answer| one_line(answer)).collect();
            assert_eq!(new.len(), answers.len(), "{shown}\n{place} was said: {new:#?}");
            for (answer, words) in new.iter().zip(answers) {
                let words = with_receipts(words, &said);
                assert!(answer.contains(&words), "{shown}\n{place} was said {answer:?}, which has no {words:?}");
            }
        }
    }
    // Nothing was said that no step expects, or twice.
    for (place, before) in &said {
        assert_eq!(stage.said(place, before.len()).await.len(), before.len(), "at {place}");
    }
}

/// A text on one line, with one blank between words, without the marks that isolate directions.
pub fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
