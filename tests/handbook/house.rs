//! The house has one rule: a room knows only rooms that stand above it. This test reads the source
//! token by token (with `syn`'s cursor), so that a path counts wherever it stands: in a nested
//! `use`, an expression, a macro body, an attribute, or in code that is configured away.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser};

/// The rooms, each below those it may know: the table of the design, from its top.
const ROOMS: [&str; 22] = [
    "vocabulary",
    "model",
    "clock",
    "i18n",
    "config",
    "seal",
    "chat",
    "store",
    "analysis",
    "trust",
    "record",
    "participation",
    "speaking",
    "digest",
    "summary",
    "transfer",
    "commands",
    "intake",
    "outbox",
    "jobs",
    "platforms",
    "cli",
];

/// Below `chat`, an adapter knows no more of the house than the way in and the way out.
const DOORS: [&str; 2] = ["intake", "outbox"];

/// The name by which `main.rs` calls the library.
const LIBRARY: &str = "gcm_talks";

/// A path from the crate's root: `["platforms", "matrix"]`; the root itself is empty.
type ModulePath = Vec<String>;

/// A place in the source that reaches what it must not know.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Arrow {
    file: String,
    path: String,
    why: &'static str,
}

impl fmt::Display for Arrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}: {}: {}", self.file, self.path, self.why)
    }
}

/// Reads source files, given as (path below `src/`, text), and returns every arrow against the
/// table.
fn arrows(files: &[(&str, &str)]) -> BTreeSet<Arrow> {
    let modules: BTreeSet<ModulePath> = files.iter().map(|(file, _)| module_of(file)).collect();
    let macros: BTreeMap<String, ModulePath> = files
        .iter()
        .flat_map(|(file, text)| {
            let names = exported_macros(text);
            names.into_iter().map(|name| (name, module_of(file)))
        })
        .collect();
    let mut found = BTreeSet::new();
    for (file, text) in files {
        let mut reader = Reader { file, modules: &modules, macros: &macros, arrows: &mut found };
        reader.read_file(text);
    }
    found
}

/// The module that a file holds: `a/mod.rs` and `a.rs` hold `a`, `lib.rs` holds the root.
fn module_of(file: &str) -> ModulePath {
    let mut path: ModulePath = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib")) {
        path.pop();
    }
    path
}

/// The macros of a file that `#[macro_export]` puts at the root. They belong to the file's room.
fn exported_macros(text: &str) -> Vec<String> {
    let items = syn::parse_file(text).map(|file| file.items);
    let exported = |item| match item {
        syn::Item::Macro(item) => {
            let exported = |attribute: &syn::Attribute| attribute.path().is_ident("macro_export");
            let name = item.ident.filter(|_| item.attrs.iter().any(exported))?;
            Some(name.to_string())
        }
        _ => None,
    };
    items.into_iter().flatten().filter_map(exported).collect()
}

/// Why code in the module `from` must not name `to` (both paths from the root), if so.
fn objection(from: &[String], to: &[String], modules: &BTreeSet<ModulePath>) -> Option<&'static str> {
    let place = |room: &String| ROOMS.iter().position(|known| known == room);
    // The root only lists the rooms.
    let from_room = from.first()?;
    let Some(to_room) = to.first() else {
        return Some("this opens the whole house; name the room");
    };
    if from_room == "main" {
        return (to_room != "main" && to_room != "cli").then_some("main.rs knows only `cli`");
    }
    let Some(to_place) = place(to_room) else {
        return Some("this is no room of the house; what rooms share lives in one of them");
    };
    let from_place = place(from_room)?; // a room that is not in the table is reported by its file
    let adapter = (from_room == "platforms").then(|| from.get(1)).flatten();
    if from_room == to_room {
        return match (adapter, to.get(1)) {
            (Some(_), None) => Some("this opens every adapter; name the item"),
            (Some(own), Some(item)) if own != item => modules
                .iter()
                .any(|module| module.first() == Some(to_room) && module.get(1) == Some(item))
                .then_some("an adapter must not know another"),
            _ => None,
        };
    }
    if from_room == "platforms" {
        let chat = ROOMS.iter().position(|room| *room == "chat");
        let may = Some(to_place) <= chat || DOORS.contains(&to_room.as_str());
        return (!may).then_some("an adapter knows `chat`, what stands above it, and the doors");
    }
    (to_place >= from_place).then_some("a room knows only rooms above it")
}

/// Walks over the tokens of one file.
struct Reader<'a> {
    file: &'a str,
    modules: &'a BTreeSet<ModulePath>,
    /// The macros that stand at the root, each with the module that it comes from.
    macros: &'a BTreeMap<String, ModulePath>,
    arrows: &'a mut BTreeSet<Arrow>,
}

impl Reader<'_> {
    fn read_file(&mut self, text: &str) {
        let module = module_of(self.file);
        if let Some(room) = module.first() {
            self.expect_room(room);
        }
        self.read_text(text, &module);
    }

    fn expect_room(&mut self, name: &str) {
        if name != "main" && !ROOMS.contains(&name) {
            self.report(name, "this room is not in the table of the design");
        }
    }

    fn report(&mut self, path: &str, why: &'static str) {
        self.arrows.insert(Arrow { file: self.file.to_owned(), path: path.to_owned(), why });
    }

    /// Reads `text` as the tokens of `module`.
    fn read_text(&mut self, text: &str, module: &[String]) {
        let read = |input: ParseStream<'_>| {
            input.step(|cursor| {
                self.read(*cursor, module);
                Ok(((), Cursor::empty()))
            })
        };
        if let Err(error) = read.parse_str(text) {
            self.report(&error.to_string(), "this file is not Rust");
        }
    }

    /// Reads the tokens of `module` from `cursor` to the end of their group.
    fn read(&mut self, mut cursor: Cursor<'_>, module: &[String]) {
        while !cursor.eof() {
            cursor = if let Some((name, rest)) = word(cursor) {
                self.read_word(&name, rest, module)
            } else if let Some(attribute) = sign(cursor, '#') {
                self.read_attribute(attribute);
                attribute // its tokens are read as all others are
            } else if let Some((inside, _, _, rest)) = cursor.any_group() {
                self.read(inside, module);
                rest
            } else if let Some((literal, rest)) = cursor.literal() {
                self.read_literal(&literal.to_string(), module);
                rest
            } else {
                skip(cursor)
            };
        }
    }

    /// Reads what begins with the word `name`; `rest` is what follows it.
    fn read_word<'c>(&mut self, name: &str, rest: Cursor<'c>, module: &[String]) -> Cursor<'c> {
        match name {
            "mod" => {
                let Some((child, after)) = word(rest) else {
                    return rest;
                };
                if module.is_empty() {
                    self.expect_room(&child);
                }
                let Some((inside, _, _, after)) = after.any_group() else {
                    return after;
                };
                self.read(inside, &[module, &[child]].concat());
                return after;
            }
            "include" if sign(rest, '!').is_some() => {
                self.report("include!", "source comes in by `mod` only");
            }
            "extern" if word(rest).is_some_and(|(next, _)| next == "crate") => {
                let (_, krate) = word(rest).unwrap();
                if word(krate).is_some_and(|(next, _)| next == "self") {
                    self.report("extern crate self", "this gives the house a second name");
                }
                return krate;
            }
            _ => {}
        }
        let Some(start) = self.start_of_path(name, module) else {
            return rest;
        };
        if let Some(after) = colons(rest) {
            self.read_path(start, after, module)
        } else {
            if name != "self" && word(rest).is_some_and(|(next, _)| next == "as") {
                self.judge(&start, module);
            }
            rest
        }
    }

    /// Where a path beginning with `name` starts, if `name` leads through this crate.
    fn start_of_path(&self, name: &str, module: &[String]) -> Option<ModulePath> {
        match name {
            "crate" => Some(Vec::new()),
            "self" => Some(module.to_vec()),
            "super" => Some(parent(module)),
            LIBRARY if self.file == "main.rs" => Some(Vec::new()),
            _ => None,
        }
    }

    /// Reads one branch of a path, or of the tree of a `use`, after a `::`, a `{` or a comma;
    /// `path` is what leads to it.
    fn read_path<'c>(&mut self, mut path: ModulePath, cursor: Cursor<'c>, module: &[String]) -> Cursor<'c> {
        if let Some((name, rest)) = word(cursor) {
            match name.as_str() {
                "self" => {}
                "super" => path = parent(&path),
                _ => path.push(name),
            }
            if let Some(after) = colons(rest) {
                return self.read_path(path, after, module);
            }
            self.judge(&path, module);
            return after_new_name(rest);
        }
        if let Some((mut inside, _, _, rest)) = cursor.any_group() {
            while !inside.eof() {
                let after = self.read_path(path.clone(), inside, module);
                inside = sign(after, ',').unwrap_or_else(|| skip(after));
            }
            return rest;
        }
        // A glob, a turbofish or a macro's variable: what the path led to so far is what counts.
        self.judge(&path, module);
        cursor
    }

    fn judge(&mut self, path: &[String], module: &[String]) {
        let home = match path {
            [name] => self.macros.get(name).map(Vec::as_slice),
            _ => None,
        };
        if let Some(why) = objection(module, home.unwrap_or(path), self.modules) {
            let shown = [&["crate".to_owned()], path].concat().join("::");
            self.report(&shown, why);
        }
    }

    /// `#[path = "…"]` would make a module stand elsewhere than its file.
    fn read_attribute(&mut self, after_sign: Cursor<'_>) {
        let after_bang = sign(after_sign, '!').unwrap_or(after_sign);
        if let Some((inside, _, _, _)) = after_bang.any_group()
            && word(inside).is_some_and(|(name, rest)| name == "path" && sign(rest, '=').is_some())
        {
            self.report("#[path]", "a module stands where its name says");
        }
    }

    /// Attributes such as serde's `with` take paths in quotes.
    fn read_literal(&mut self, literal: &str, module: &[String]) {
        if let Ok(text) = syn::parse_str::<syn::LitStr>(literal) {
            let text = text.value();
            if text.contains("::") && syn::parse_str::<syn::Path>(&text).is_ok() {
                self.read_text(&text, module);
            }
        }
    }
}

fn parent(module: &[String]) -> ModulePath {
    module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// The word at `cursor` (a keyword or a name) and what follows it.
fn word(cursor: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let (name, rest) = cursor.ident()?;
    Some((name.to_string().trim_start_matches("r#").to_owned(), rest))
}

/// What follows the sign `wanted` at `cursor`.
fn sign(cursor: Cursor<'_>, wanted: char) -> Option<Cursor<'_>> {
    let (found, rest) = cursor.punct()?;
    (found.as_char() == wanted).then_some(rest)
}

fn colons(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    sign(sign(cursor, ':')?, ':')
}

fn skip(cursor: Cursor<'_>) -> Cursor<'_> {
    cursor.token_tree().map_or(Cursor::empty(), |(_, rest)| rest)
}

/// Steps over `as name`. In a cast a path may follow `as`, which is to be read by itself.
fn after_new_name(cursor: Cursor<'_>) -> Cursor<'_> {
    match word(cursor) {
        Some((name, rest)) if name == "as" => match word(rest) {
            Some((name, after)) if colons(after).is_none() && name != "crate" => after,
            _ => rest,
        },
        _ => cursor,
    }
}

/// Every source file below `folder`, as (path below `src/`, text).
fn sources(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            sources(&entry.path(), &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

#[test]
fn no_room_knows_a_room_below_it() {
    let mut files = Vec::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&src, "", &mut files);
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    assert!(files.iter().any(|(file, _)| *file == "lib.rs"), "the source was not found");
    let found: Vec<String> = arrows(&files).iter().map(Arrow::to_string).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The paths that the checker objects to in one file.
fn objected(file: &str, text: &str) -> Vec<String> {
    let house = [(file, text), ("platforms/console.rs", ""), ("platforms/matrix/mod.rs", "")];
    arrows(&house).into_iter().map(|arrow| arrow.path).collect()
}

#[test]
fn a_plain_use_of_a_lower_room_is_seen() {
    assert_eq!(objected("model/mod.rs", "use crate::cli::run;"), ["crate::cli::run"]);
    assert_eq!(objected("model/mod.rs", "pub use crate::cli;"), ["crate::cli"]);
    assert_eq!(objected("cli/mod.rs", "use crate::model::Role;"), [""; 0]);
}

#[test]
fn nested_uses_are_seen_branch_by_branch() {
    let text = "use crate::{vocabulary::Region, record::{self, consent::{a, b as c}}, digest::*};";
    assert_eq!(
        objected("store/mod.rs", text),
        ["crate::digest", "crate::record", "crate::record::consent::a", "crate::record::consent::b"]
    );
    assert_eq!(objected("store/mod.rs", "use {std::fmt, crate::{cli as shell}};"), ["crate::cli"]);
    assert_eq!(objected("store/mod.rs", "use super::{model::Role, super::cli};"), ["crate::cli"]);
}

#[test]
fn super_is_resolved_from_where_it_stands() {
    assert_eq!(objected("model/receipt.rs", "use super::super::cli::run;"), ["crate::cli::run"]);
    assert_eq!(objected("model/mod.rs", "use self::super::jobs;"), ["crate::jobs"]);
    assert_eq!(objected("model/receipt.rs", "use super::Role; use self::inner::X;"), [""; 0]);
    let inline = "mod a { mod b { use super::super::X; use super::super::super::store; } }";
    assert_eq!(objected("model/mod.rs", inline), ["crate::store"]);
    let tests = "#[cfg(test)] mod tests { use super::*; use super::super::Role; }";
    assert_eq!(objected("model/receipt.rs", tests), [""; 0]);
}

#[test]
fn a_new_name_hides_nothing() {
    assert_eq!(objected("model/mod.rs", "use crate::cli as model;"), ["crate::cli"]);
    for text in [
        "use crate as house;",
        "use crate::{self as house};",
        "use crate::*;",
        "use super::*;",
        "use super::{self as house};",
        "use {crate as house};",
    ] {
        assert_eq!(objected("model/mod.rs", text), ["crate"], "{text}");
    }
    assert_eq!(objected("model/mod.rs", "extern crate self as house;"), ["extern crate self"]);
}

#[test]
fn paths_in_code_and_types_are_seen() {
    for text in [
        "fn f() { crate::cli::run(); }",
        "fn f() { use crate::cli::run; run() }",
        "fn f(x: &[crate::cli::run]) {}",
        "fn f() -> Option<crate::cli::run> { None }",
        "impl crate::cli::run for X {}",
        "fn f<T: crate::cli::run<u8>>() {}",
        "fn f() { <crate::cli::run as Default>::default() }",
        "fn f() { crate::cli::run::<u8>() }",
        "const X: u8 = crate::cli::run as u8;",
        "const X: u8 = 1 as crate::cli::run;",
        "const X: u8 = crate::model::Y as crate::cli::run;",
        "fn f() { crate :: r#cli :: run() }",
        "#[cfg(any())] fn f() { crate::cli::run() }",
    ] {
        assert_eq!(objected("model/mod.rs", text), ["crate::cli::run"], "{text}");
    }
}

#[test]
fn paths_in_macros_and_attributes_are_seen() {
    for text in [
        "fn f() { println!(\"{}\", crate::cli::run()) }",
        "fn f() { vec![vec![{ super::cli::run() }]] }",
        "macro_rules! m { () => { $crate::cli::run() } }",
        "macro_rules! m { () => { use crate::{cli::{run}}; } }",
        "#[derive(crate::cli::run)] struct X;",
        "struct X { #[serde(with = \"crate::cli::run\")] x: u8 }",
        "struct X { #[serde(default = \"super::cli::run\")] x: u8 }",
    ] {
        assert_eq!(objected("model/mod.rs", text), ["crate::cli::run"], "{text}");
    }
    assert_eq!(objected("model/mod.rs", "macro_rules! m { ($x:ident) => { crate::$x } }"), ["crate"]);
}

#[test]
fn an_exported_macro_belongs_to_the_room_that_defines_it() {
    let voice = "#[macro_export] macro_rules! args { () => {} } pub use crate::args;";
    let seen_from = |file| {
        let house = [("i18n.rs", voice), (file, "fn f() { crate::args!() }")];
        let found = arrows(&house);
        found.into_iter().map(|arrow| arrow.path).collect::<Vec<_>>()
    };
    assert_eq!(seen_from("digest/mod.rs"), [""; 0]);
    assert_eq!(seen_from("model/mod.rs"), ["crate::args"]);
    let hidden = "macro_rules! args { () => {} } pub use crate::args;";
    assert_eq!(objected("i18n.rs", hidden), ["crate::args"]);
}

#[test]
fn words_and_visibility_are_no_arrows() {
    let text = "
        /// Not like crate::cli.
        pub(crate) struct X { pub(super) x: u8, pub(in crate::model) y: u8 }
        // crate::cli
        impl X { fn f(&self) -> Self { self.x; Self::new(\"see crate::cli for more\") } }
    ";
    assert_eq!(objected("model/people.rs", text), [""; 0]);
}

#[test]
fn what_would_go_round_the_checker_is_refused() {
    assert_eq!(objected("model/mod.rs", "#[path = \"../cli/mod.rs\"] mod x;"), ["#[path]"]);
    assert_eq!(objected("model/mod.rs", "include!(\"../cli/mod.rs\");"), ["include!"]);
    assert_eq!(
        objected("model/mod.rs", "use crate::run;"),
        ["crate::run"],
        "what the root gives away again is no room"
    );
    assert_eq!(objected("model/mod.rs", "fn f() { \"open").len(), 1);
}

#[test]
fn every_room_is_in_the_table() {
    assert_eq!(objected("lib.rs", "pub mod model; pub mod cellar;"), ["cellar"]);
    assert_eq!(objected("lib.rs", "mod cellar { pub fn f() {} }"), ["cellar"]);
    assert_eq!(objected("cellar/wine.rs", ""), ["cellar"]);
}

#[test]
fn adapters_see_chat_and_the_doors_and_not_each_other() {
    let text = "use crate::{chat::Event, model::Role, intake, outbox, store, commands, jobs};";
    assert_eq!(objected("platforms/discord.rs", text), ["crate::commands", "crate::jobs", "crate::store"]);
    for text in
        ["use crate::platforms::matrix::Client;", "use super::matrix::Client;", "fn f() { super::matrix::Client }"]
    {
        assert_eq!(objected("platforms/discord.rs", text), ["crate::platforms::matrix::Client"], "{text}");
    }
    assert_eq!(objected("platforms/discord.rs", "use super::*;"), ["crate::platforms"]);
    assert_eq!(objected("platforms/matrix/sync.rs", "use super::Client; use super::super::shared;"), [""; 0]);
    assert_eq!(objected("platforms/mod.rs", "pub use self::matrix::Client;"), [""; 0]);
    assert_eq!(objected("outbox/mod.rs", "use crate::platforms;"), ["crate::platforms"]);
}

#[test]
fn main_knows_only_cli() {
    assert_eq!(objected("main.rs", "fn main() { gcm_talks::cli::main() }"), [""; 0]);
    assert_eq!(objected("main.rs", "use gcm_talks::{cli, store::Store};"), ["crate::store::Store"]);
    assert_eq!(objected("main.rs", "use gcm_talks as house;"), ["crate"]);
}
