//! The connection to Discord: the token, the intents, and who the bot is there.

use super::rest::{Trouble, ask, pause};
use crate::config::DiscordConfig;
use serenity::all::{ApplicationId, CreateAllowedMentions, GatewayIntents, Http, HttpBuilder, UserId};
use std::sync::Arc;

/// How often Discord is asked again that is away at the start.
const TRIES: u32 = 4;

/// Why there is no session: each with what to do.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// The token is not that of a bot.
    #[error(
        "Discord refuses the token: make a new one in the developer portal (Bot, Reset Token) and put it into the file of [discord] token_file"
    )]
    Token,
    /// The application was not given an intent that the configuration counts on.
    #[error(
        "Discord refuses the intents: turn on Message Content in the developer portal (Bot, Privileged Gateway Intents), or set message_content = false in [discord]"
    )]
    Intents,
    /// Discord does not answer.
    #[error("{0} does not answer ({1}): check the network and [discord] api_proxy, or try again later")]
    Unreachable(String, String),
    /// What was heard could not be written down.
    #[error("{0}")]
    NotTaken(#[from] crate::intake::IntakeError),
    /// Something else went wrong on the way.
    #[error("Discord: {0}: run gcm-talks doctor")]
    Other(String),
}

/// The bot as Discord knows it.
pub struct Session {
    pub(super) http: Arc<Http>,
    /// By what connections are made.
    pub(super) config: DiscordConfig,
    /// The bot's account.
    pub own: UserId,
    /// The name that others see.
    pub name: String,
    /// The application.
    pub application: ApplicationId,
    /// Whether the configuration counts on what messages say.
    pub content: bool,
}

/// The library's door to the REST interface. With a proxy the limits are the proxy's matter.
pub(super) fn door(config: &DiscordConfig) -> Http {
    let builder = HttpBuilder::new(config.token.expose()).default_allowed_mentions(CreateAllowedMentions::new());
    match &config.api_proxy {
        Some(proxy) => builder.proxy(proxy).ratelimiter_disabled(true),
        None => builder,
    }
    .build()
}

/// Asks again for a quarter of a minute while Discord is away: a bot that starts on a bad day is there
/// a moment later, and one whose address is wrong says so soon.
async fn patiently<T, F>(request: impl Fn() -> F) -> Result<T, Trouble>
where
    F: Future<Output = serenity::Result<T>>,
{
    let mut failures = 0;
    loop {
        match ask(request()).await {
            Err(Trouble::Away(_)) if failures < TRIES => {
                failures += 1;
                tokio::time::sleep(pause(failures)).await;
            }
            answer => return answer,
        }
    }
}

/// What is asked to hear: no more than is needed.
pub(super) fn intents(content: bool) -> GatewayIntents {
    let needed = GatewayIntents::GUILDS
        | GatewayIntents::GUILD_MESSAGES
        | GatewayIntents::GUILD_MESSAGE_REACTIONS
        | GatewayIntents::DIRECT_MESSAGES
        | GatewayIntents::DIRECT_MESSAGE_REACTIONS;
    if content { needed | GatewayIntents::MESSAGE_CONTENT } else { needed }
}

impl Session {
    /// Asks Discord who the bot is.
    ///
    /// # Errors
    /// A sentence with what to do.
    pub async fn open(config: &DiscordConfig) -> Result<Session, DiscordError> {
        let http = door(config);
        let wrong = |trouble| wrong(config, trouble);
        let own = patiently(|| http.get_current_user()).await.map_err(wrong)?;
        let application = patiently(|| http.get_current_application_info()).await.map_err(wrong)?;
        http.set_application_id(application.id);
        let name = own.name.clone();
        Ok(Session {
            http: Arc::new(http),
            config: config.clone(),
            own: own.id,
            name,
            application: application.id,
            content: config.message_content,
        })
    }

    /// What is to be said of trouble on the way.
    pub(super) fn wrong(&self, trouble: Trouble) -> DiscordError {
        wrong(&self.config, trouble)
    }
}

fn wrong(config: &DiscordConfig, trouble: Trouble) -> DiscordError {
    match trouble {
        Trouble::Token => DiscordError::Token,
        trouble => {
            let place = config.api_proxy.clone().unwrap_or_else(|| "https://discord.com".into());
            DiscordError::Unreachable(place, trouble.to_string())
        }
    }
}
