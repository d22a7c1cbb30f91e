//! What the analysis takes: reading one text, and finding copies and clusters among many.
//!
//! No figure is set for these; they show how they grow.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::analysis::{self, Prior, clusters, duplicates};
use gcm_talks::clock::Stopwatch;
use gcm_talks::model::Language;
use support::{median, ms, texts::Writer};

fn main() {
    let mut writer = Writer::new(5);
    let written: Vec<(String, &str)> = Language::ALL
        .into_iter()
        .cycle()
        .take(5_000)
        .map(|language| (writer.statement(language), language.code()))
        .collect();
    let texts: Vec<&str> = written.iter().map(|(text, _)| text.as_str()).collect();
    let tags: Vec<&str> = written.iter().map(|(_, tag)| *tag).collect();
    let letters = texts.iter().map(|text| text.chars().count()).sum::<usize>() / texts.len();

    let first = spent(1, || analysis::read(texts[0], None, Prior::default()));
    println!("analysis: 5,000 texts of {letters} characters in seven languages");
    println!("  the first reading, with the vocabulary: {first:.1} ms");
    let all = spent(3, || texts.iter().map(|text| analysis::read(text, None, Prior::default())).collect::<Vec<_>>());
    println!("  read: {:.0} µs a text", all * 1e3 / texts.len() as f64);
    let base = spent(3, || texts.iter().map(|text| gcm_talks::vocabulary::fold(text)).collect::<Vec<_>>());
    println!("  folding alone: {:.0} µs a text, ratio {:.1}", base * 1e3 / texts.len() as f64, all / base);
    for count in [600, 5_000] {
        let copies = spent(3, || duplicates::groups(&texts[..count]));
        let clusters = spent(3, || clusters::cluster(&texts[..count], &tags[..count]));
        println!("  {count} texts: copies {copies:.0} ms, clusters {clusters:.0} ms");
    }
}

/// The median of so many runs in milliseconds.
fn spent<T>(runs: usize, work: impl Fn() -> T) -> f64 {
    let mut spans: Vec<f64> = (0..runs)
        .map(|_| {
            let watch = Stopwatch::start();
            std::hint::black_box(work());
            ms(watch.elapsed())
        })
        .collect();
    median(&mut spans)
}
