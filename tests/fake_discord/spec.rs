//! Discord's own description of its REST interface, where the file is at hand
//! (`GCM_TALKS_DISCORD_OPENAPI`, or beside the project's folder): what the bot asks and what the fake
//! answers is held against it.
//! It knows nothing of the gateway, and allows contents of 4,000 characters where Discord takes
//! 2,000 of a bot: that is in `rules`.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

/// Where the file is named.
const PLACE: &str = "GCM_TALKS_DISCORD_OPENAPI";
/// Where it is if it is nowhere named, from the project's folder.
const BESIDE: &str = "../shared/discord/openapi.json";

struct Spec {
    document: Value,
    /// Validators by where their schema stands; none where nothing is to be checked.
    made: Mutex<HashMap<String, Option<&'static jsonschema::Validator>>>,
}

fn spec() -> Option<&'static Spec> {
    static SPEC: OnceLock<Option<Spec>> = OnceLock::new();
    SPEC.get_or_init(|| {
        let text = match std::env::var(PLACE).ok().filter(|place| !place.is_empty()) {
            Some(place) => std::fs::read_to_string(&place).unwrap_or_else(|e| panic!("{PLACE} names {place}: {e}")),
            None => std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(BESIDE)).ok()?,
        };
        Some(Spec { document: serde_json::from_str(&text).unwrap(), made: Mutex::default() })
    })
    .as_ref()
}

impl Spec {
    /// The path of the description that an address fits, literal parts before variable ones.
    fn template(&self, segments: &[String]) -> Option<&str> {
        let fits = |template: &&String| {
            let parts: Vec<&str> = template.trim_start_matches('/').split('/').collect();
            let same = |(part, segment): (&&str, &String)| part.starts_with('{') || part == segment;
            parts.len() == segments.len() && parts.iter().zip(segments).all(same)
        };
        let paths = self.document["paths"].as_object()?;
        paths.keys().filter(fits).min_by_key(|t| t.matches('{').count()).map(String::as_str)
    }

    fn wrong(&self, pointer: &str, value: &Value) -> Option<String> {
        let mut made = self.made.lock().unwrap();
        let validator = *made.entry(pointer.to_owned()).or_insert_with(|| {
            let schema = self.document.pointer(pointer)?;
            let mut whole = schema.clone();
            let mut schemas = serde_json::Map::new();
            self.gather(schema, &mut schemas);
            whole["components"] = json!({"schemas": schemas});
            // A few validators for the life of the tests.
            Some(Box::leak(Box::new(jsonschema::validator_for(&whole).unwrap())))
        });
        drop(made);
        let errors: Vec<String> = validator?
            .iter_errors(value)
            .map(|e| {
                let text = e.to_string();
                format!("{}: {}", e.instance_path, text.chars().take(400).collect::<String>())
            })
            .collect();
        (!errors.is_empty()).then(|| errors.join("; "))
    }

    /// The schemas that a schema refers to, and those that they refer to.
    fn gather(&self, schema: &Value, into: &mut serde_json::Map<String, Value>) {
        match schema {
            Value::Object(fields) => {
                let named = fields.get("$ref").and_then(Value::as_str);
                if let Some(name) = named.and_then(|r| r.strip_prefix("#/components/schemas/"))
                    && !into.contains_key(name)
                {
                    let found = &self.document["components"]["schemas"][name];
                    into.insert(name.to_owned(), found.clone());
                    self.gather(found, into);
                }
                fields.values().for_each(|v| self.gather(v, into));
            }
            Value::Array(items) => items.iter().for_each(|v| self.gather(v, into)),
            _ => {}
        }
    }
}

/// What is wrong with a request, if it is known.
pub fn of_request(method: &str, segments: &[String], body: &Value) -> Option<String> {
    let spec = spec()?;
    let Some(template) = spec.template(segments) else { return Some("there is no such address".into()) };
    let at = format!("/paths/{}/{}", escape(template), method.to_lowercase());
    if spec.document.pointer(&at).is_none() {
        return Some("this address has no such method".into());
    }
    let mut body = body.clone();
    // Discord takes a number for the place of a file among those that are sent.
    let of_callback = body.pointer_mut("/data/attachments").map(Value::take);
    for (place, taken) in
        [("/data/attachments", of_callback), ("/attachments", body.get_mut("attachments").map(Value::take))]
    {
        let Some(mut attachments) = taken else { continue };
        for attachment in attachments.as_array_mut().into_iter().flatten() {
            if let Some(number) = attachment["id"].as_u64() {
                attachment["id"] = json!(number.to_string());
            }
        }
        if let Some(empty) = body.pointer_mut(place) {
            *empty = attachments;
        }
    }
    // The pages have permissions as a string where this description has a number.
    // <https://discord.com/developers/docs/interactions/application-commands#create-global-application-command>
    let commands = match &mut body {
        Value::Array(all) => all.as_mut_slice(),
        one => std::slice::from_mut(one),
    };
    for command in commands {
        if let Some(bits) = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok()) {
            command["default_member_permissions"] = json!(bits);
        }
    }
    if body.is_null() {
        return None;
    }
    spec.wrong(&format!("{at}/requestBody/content/application~1json/schema"), &body)
}

/// What is wrong with an answer, if it is known.
pub fn of_answer(method: &str, segments: &[String], status: u16, body: &Value) -> Option<String> {
    let spec = spec()?;
    let template = spec.template(segments)?;
    let at = format!("/paths/{}/{}/responses", escape(template), method.to_lowercase());
    let answers = spec.document.pointer(&at)?;
    if (200..300).contains(&status) && answers.get(status.to_string()).is_none() {
        return Some(format!("{status} is never answered"));
    }
    if status == 204 {
        return None;
    }
    spec.wrong(&format!("{at}/{status}/content/application~1json/schema"), body)
}

fn escape(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}
