//! The seven languages in which the bot speaks.

use serde::{Deserialize, Serialize};

/// A language in which the bot speaks. What people write may be in any other; such a
/// language is kept as its own tag beside the text, never as this type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, and what is assumed where nothing is known.
    #[default]
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Arabic, written from right to left.
    Ar,
    /// Russian.
    Ru,
    /// Chinese, in simplified characters.
    Zh,
    /// Portuguese.
    Pt,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 7] =
        [Language::En, Language::Fr, Language::Es, Language::Ar, Language::Ru, Language::Zh, Language::Pt];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
            Language::Es => "es",
            Language::Ar => "ar",
            Language::Ru => "ru",
            Language::Zh => "zh",
            Language::Pt => "pt",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Fr => "Français",
            Language::Es => "Español",
            Language::Ar => "العربية",
            Language::Ru => "Русский",
            Language::Zh => "中文",
            Language::Pt => "Português",
        }
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Language::Ar
    }

    /// A language by its code (with or without a region: `pt-BR`), or by its name in itself
    /// or in any of the seven.
    pub fn parse(text: &str) -> Option<Language> {
        let text = text.trim().to_lowercase();
        let code = text.split(['-', '_']).next().unwrap_or_default();
        let named = |l: &Language| l.own_name().to_lowercase() == text || l.names().contains(&text.as_str());
        Self::ALL.into_iter().find(|l| l.code() == code).or_else(|| Self::ALL.into_iter().find(named))
    }

    /// The language's names in the other six, lower case, as people type them.
    fn names(self) -> &'static [&'static str] {
        match self {
            Language::En => &["anglais", "inglés", "ingles", "الإنجليزية", "английский", "英语", "英文", "inglês"],
            Language::Fr => {
                &["french", "francais", "francés", "frances", "الفرنسية", "французский", "法语", "法文", "francês"]
            }
            Language::Es => {
                &["spanish", "espagnol", "espanol", "castellano", "الإسبانية", "испанский", "西班牙语", "espanhol"]
            }
            Language::Ar => &["arabic", "arabe", "árabe", "عربي", "арабский", "阿拉伯语", "阿拉伯文"],
            Language::Ru => &["russian", "russe", "ruso", "الروسية", "俄语", "俄文", "russo", "по-русски"],
            Language::Zh => {
                &["chinese", "chinois", "chino", "الصينية", "китайский", "汉语", "普通话", "chinês", "chines"]
            }
            Language::Pt => {
                &["portuguese", "portugais", "portugués", "portugues", "البرتغالية", "португальский", "葡萄牙语"]
            }
        }
    }
}
