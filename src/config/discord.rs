//! `[discord]`: the bot's application, and what of its servers is ours.

use super::secret::{Environment, Secret, secret};
use super::section::{ConfigError, Section};
use std::path::Path;

/// `[discord]`
#[derive(Debug, Clone)]
pub struct DiscordConfig {
    /// The bot's token.
    pub token: Secret,
    /// What is asked in the place of `https://discord.com`: an HTTP proxy that keeps the rate limits of
    /// several processes.
    pub api_proxy: Option<String>,
    /// Whether the application has the privileged intent to read what messages say. Without it people
    /// take part by commands, forms, mentions and private messages.
    pub message_content: bool,
}

impl DiscordConfig {
    pub(super) fn read(
        mut section: Section,
        folder: &Path,
        environment: Environment<'_>,
    ) -> Result<Option<Self>, ConfigError> {
        let enabled = section.optional("enabled")?.unwrap_or(true);
        let token = secret(&mut section, "GCM_TALKS_DISCORD_TOKEN", "token", "token_file", folder, environment)?;
        let api_proxy: Option<String> = section.optional("api_proxy")?;
        let message_content = section.optional("message_content")?.unwrap_or(true);
        if !enabled {
            section.finish()?;
            return Ok(None);
        }
        if let Some(proxy) = &api_proxy
            && !["http://", "https://"].iter().any(|scheme| proxy.len() > scheme.len() && proxy.starts_with(scheme))
        {
            let problem = format!("{proxy:?} is no address of a proxy");
            return Err(section.error("api_proxy", problem, "Write its address, such as http://127.0.0.1:8080"));
        }
        let Some(token) = token else {
            let remedy = "Put the bot's token into a file that only this user can read, and name it";
            return Err(section.error("token_file", "it is missing", remedy));
        };
        section.finish()?;
        let api_proxy = api_proxy.map(|proxy| proxy.trim_end_matches('/').to_owned());
        Ok(Some(DiscordConfig { token, api_proxy, message_content }))
    }

    /// The section as TOML, secrets masked.
    pub(super) fn show(&self) -> String {
        let proxy = self.api_proxy.as_ref().map(|proxy| format!("api_proxy = {}\n", toml::Value::from(proxy.as_str())));
        let content = self.message_content;
        format!("enabled = true\ntoken = \"***\"\nmessage_content = {content}\n{}", proxy.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn parse(section: &str, environment: Option<&str>) -> Result<Config, String> {
        let text = format!("[discord]\n{section}");
        let environment = |name: &str| environment.filter(|_| name == "GCM_TALKS_DISCORD_TOKEN").map(str::to_owned);
        Config::parse(std::path::Path::new("/etc/gcm/gcm-talks.toml"), &text, &environment).map_err(|e| e.to_string())
    }

    #[test]
    fn a_token_is_enough_and_its_proxy_is_an_address() {
        let found = parse("token = \"a.b.c\"", None).unwrap().discord.unwrap();
        assert_eq!((found.token.expose(), found.api_proxy, found.message_content), ("a.b.c", None, true));
        let more = "message_content = false\napi_proxy = \"http://127.0.0.1:8080/\"";
        let found = parse(more, Some("d.e.f")).unwrap().discord.unwrap();
        assert_eq!((found.token.expose(), found.message_content), ("d.e.f", false));
        assert_eq!(found.api_proxy.as_deref(), Some("http://127.0.0.1:8080"));
        assert!(parse("enabled = false", None).unwrap().discord.is_none());
    }

    #[test]
    fn what_is_wrong_is_named_by_key_and_remedy() {
        for (section, says) in [
            ("", "discord.token_file: it is missing. Put the bot's token into a file"),
            ("token_file = \"missing\"", "discord.token_file: /etc/gcm/missing cannot be read"),
            ("token = \"a\"\napi_proxy = \"proxy:8080\"", "discord.api_proxy: \"proxy:8080\" is no address of a proxy"),
            ("token = \"a\"\napi_proxy = \"http://\"", "discord.api_proxy: \"http://\" is no address of a proxy"),
            ("token = \"a\"\nmessage_contents = true", "discord.message_contents: I know no such key. Did you mean"),
            ("token = \"a\"\nmessage_content = \"yes\"", "discord.message_content: invalid type"),
        ] {
            let error = parse(section, None).unwrap_err();
            assert!(error.contains(says), "{section}: {error}");
        }
    }

    #[test]
    fn the_token_is_shown_nowhere() {
        let config = parse("token = \"a.secret.token\"", None).unwrap();
        let shown = format!("{} {:?}", config.show(), config.discord);
        assert!(shown.contains("[discord]\nenabled = true\ntoken = \"***\"") && !shown.contains("a.secret"), "{shown}");
    }
}
