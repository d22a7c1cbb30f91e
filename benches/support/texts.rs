//! Invented statements of about 200 characters in the seven languages, put together from parts.

use gcm_talks::clock::Draw;
use gcm_talks::model::Language;

/// Writes statements; the same seed writes the same ones.
pub struct Writer(Draw);

impl Writer {
    pub fn new(seed: u8) -> Writer {
        Writer(Draw::new([seed; 32]))
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        let number = u32::from_le_bytes(self.0.bytes()) as usize;
        from[number % from.len()]
    }

    /// A statement of one or two sentences.
    pub fn statement(&mut self, language: Language) -> String {
        let parts = parts(language);
        let [places, subjects, verbs, asks, reasons] = parts.map(|part| self.pick(part));
        let gap = if language == Language::Zh { "" } else { " " };
        format!("{places}{gap}{subjects}{gap}{verbs}{gap}{asks}{gap}{reasons}")
    }
}

type Parts = [&'static [&'static str]; 5];

fn parts(language: Language) -> Parts {
    match language {
        Language::En => EN,
        Language::Fr => FR,
        Language::Es => ES,
        Language::Ar => AR,
        Language::Ru => RU,
        Language::Zh => ZH,
        Language::Pt => PT,
    }
}

const EN: Parts = [
    &[
        "In our town",
        "At the northern border",
        "Along the coast road",
        "In the market quarter",
        "On the farms",
        "Near the old harbour",
        "In the capital",
        "In the mining district",
    ],
    &[
        "the ministry",
        "the employers",
        "the government",
        "the city council",
        "the embassies",
        "the police",
        "States of the region",
        "the recruitment agencies",
    ],
    &["should", "must finally", "promised to", "failed to", "will need money to", "are asked to", "have begun to"],
    &[
        "ban recruitment fees paid by domestic workers",
        "give migrant children a place in school",
        "issue identity papers within thirty days",
        "end the detention of families with children",
        "make remittances cheaper than three per cent",
        "recognise the diplomas of nurses and teachers",
        "open a clinic where nobody is asked for papers",
        "train border guards in first aid and in law",
        "publish data on missing people in the desert",
        "let seasonal workers change their employer",
    ],
    &[
        "because debts keep people in bad jobs for years.",
        "so that nobody has to sleep at the bus station again.",
        "and we are ready to share what worked in our union since last year.",
        "as the association of returned workers has asked three times without an answer.",
        "because women who travel alone pay the highest price of all.",
        "and a public report every six months would show whether it is done.",
    ],
];

const FR: Parts = [
    &[
        "Dans notre ville",
        "À la frontière du nord",
        "Sur la route de la côte",
        "Dans le quartier du marché",
        "Dans les plantations",
        "Près du vieux port",
        "Dans la capitale",
        "Dans la zone minière",
    ],
    &[
        "le ministère",
        "les employeurs",
        "le gouvernement",
        "le conseil municipal",
        "les ambassades",
        "la police",
        "les États de la région",
        "les agences de recrutement",
    ],
    &[
        "doit",
        "devrait enfin",
        "a promis de",
        "n’a pas su",
        "aura besoin de moyens pour",
        "est prié de",
        "a commencé à",
    ],
    &[
        "interdire les frais de recrutement payés par les travailleuses domestiques",
        "donner aux enfants migrants une place à l’école",
        "délivrer des papiers d’identité en trente jours",
        "mettre fin à la détention des familles avec enfants",
        "rendre les envois de fonds moins chers",
        "reconnaître les diplômes des infirmières et des enseignants",
        "ouvrir un dispensaire où personne ne demande de papiers",
        "former les gardes-frontières au secours et au droit",
        "publier des données sur les disparus du désert",
        "laisser les saisonniers changer d’employeur",
    ],
    &[
        "parce que les dettes gardent les gens des années dans de mauvais emplois.",
        "pour que personne ne dorme plus à la gare routière.",
        "et notre syndicat partagera volontiers ce qui a marché depuis un an.",
        "comme l’association des travailleurs de retour l’a demandé trois fois.",
        "car les femmes qui voyagent seules paient le prix le plus fort.",
    ],
];

const ES: Parts = [
    &[
        "En nuestra ciudad",
        "En la frontera norte",
        "En la carretera de la costa",
        "En el barrio del mercado",
        "En las fincas",
        "Cerca del puerto viejo",
        "En la capital",
        "En la zona minera",
    ],
    &[
        "el ministerio",
        "los empleadores",
        "el gobierno",
        "el ayuntamiento",
        "las embajadas",
        "la policía",
        "los Estados de la región",
        "las agencias de contratación",
    ],
    &["debe", "debería por fin", "prometió", "no logró", "necesitará fondos para", "ha empezado a"],
    &[
        "prohibir las comisiones de contratación que pagan las trabajadoras del hogar",
        "dar a los niños migrantes una plaza en la escuela",
        "entregar documentos de identidad en treinta días",
        "poner fin a la detención de familias con niños",
        "abaratar las remesas por debajo del tres por ciento",
        "reconocer los títulos de enfermeras y maestros",
        "abrir una clínica donde nadie pida papeles",
        "formar a los guardias de frontera en primeros auxilios",
        "publicar datos sobre personas desaparecidas",
        "permitir que los temporeros cambien de empleador",
    ],
    &[
        "porque las deudas atan a la gente durante años.",
        "para que nadie duerma otra vez en la estación.",
        "y nuestro sindicato compartirá lo que funcionó desde el año pasado.",
        "como pidió tres veces la asociación de trabajadores retornados.",
        "porque las mujeres que viajan solas pagan el precio más alto.",
    ],
];

const AR: Parts = [
    &[
        "في مدينتنا",
        "عند الحدود الشمالية",
        "على طريق الساحل",
        "في حي السوق",
        "في المزارع",
        "قرب الميناء القديم",
        "في العاصمة",
        "في منطقة المناجم",
    ],
    &[
        "على الوزارة",
        "على أصحاب العمل",
        "على الحكومة",
        "على المجلس البلدي",
        "على السفارات",
        "على الشرطة",
        "على دول المنطقة",
        "على وكالات التوظيف",
    ],
    &["أن تعمل على", "الآن", "دون تأخير", "هذا العام", "بالتعاون معنا"],
    &[
        "حظر رسوم التوظيف التي تدفعها العاملات في المنازل",
        "منح أطفال المهاجرين مقعدا في المدرسة",
        "إصدار وثائق الهوية خلال ثلاثين يوما",
        "إنهاء احتجاز الأسر مع الأطفال",
        "خفض تكلفة التحويلات المالية",
        "الاعتراف بشهادات الممرضات والمعلمين",
        "فتح عيادة لا يسأل فيها أحد عن الأوراق",
        "تدريب حرس الحدود على الإسعاف والقانون",
        "نشر بيانات عن المفقودين في الصحراء",
    ],
    &[
        "لأن الديون تبقي الناس سنوات في أعمال سيئة.",
        "حتى لا ينام أحد في محطة الحافلات مرة أخرى.",
        "ونقابتنا مستعدة لمشاركة ما نجح منذ العام الماضي.",
        "كما طلبت جمعية العمال العائدين ثلاث مرات.",
        "لأن النساء اللواتي يسافرن وحدهن يدفعن الثمن الأكبر.",
    ],
];

const RU: Parts = [
    &[
        "В нашем городе",
        "На северной границе",
        "На прибрежной дороге",
        "В рыночном квартале",
        "На фермах",
        "У старого порта",
        "В столице",
        "В горном районе",
    ],
    &["министерство", "правительство", "городской совет", "посольство", "полиция", "агентство по найму"],
    &["должно", "наконец должно", "обещало", "не сумело", "уже начало"],
    &[
        "запретить сборы за трудоустройство, которые платят домашние работницы",
        "дать детям мигрантов место в школе",
        "выдавать удостоверения личности за тридцать дней",
        "прекратить задержание семей с детьми",
        "сделать денежные переводы дешевле",
        "признать дипломы медсестёр и учителей",
        "открыть клинику, где никто не спрашивает документов",
        "обучить пограничников первой помощи и праву",
        "публиковать данные о пропавших в пустыне",
    ],
    &[
        "потому что долги годами держат людей на плохой работе.",
        "чтобы никто больше не ночевал на автовокзале.",
        "и наш профсоюз готов поделиться тем, что удалось за год.",
        "как трижды просило объединение вернувшихся работников.",
        "ведь женщины, которые едут одни, платят самую высокую цену.",
    ],
];

const ZH: Parts = [
    &[
        "在我们的城市，",
        "在北部边境，",
        "在沿海公路上，",
        "在市场区，",
        "在农场里，",
        "在老港口附近，",
        "在首都，",
        "在矿区，",
    ],
    &["劳动部", "雇主", "政府", "市议会", "大使馆", "警察", "本地区各国", "招聘机构"],
    &["应该", "必须", "答应", "没有能够", "需要资金来", "已经开始"],
    &[
        "禁止向家政工人收取招聘费，",
        "让移民儿童上学，",
        "在三十天内发放身份证件，",
        "停止拘留有孩子的家庭，",
        "降低汇款的费用，",
        "承认护士和教师的文凭，",
        "开设不查证件的诊所，",
        "对边防人员进行急救和法律培训，",
        "公布沙漠中失踪者的数据，",
        "允许季节工人更换雇主，",
    ],
    &[
        "因为债务使人们多年困在恶劣的工作里。",
        "这样就不会再有人睡在汽车站。",
        "我们的工会愿意分享去年以来的成功做法。",
        "返乡工人协会已经三次提出这一要求。",
        "因为独自旅行的妇女付出的代价最高。",
    ],
];

const PT: Parts = [
    &[
        "Na nossa cidade",
        "Na fronteira norte",
        "Na estrada da costa",
        "No bairro do mercado",
        "Nas quintas",
        "Perto do porto velho",
        "Na capital",
        "Na zona mineira",
    ],
    &[
        "o ministério",
        "os empregadores",
        "o governo",
        "a câmara municipal",
        "as embaixadas",
        "a polícia",
        "os Estados da região",
        "as agências de recrutamento",
    ],
    &["deve", "deveria finalmente", "prometeu", "não conseguiu", "vai precisar de meios para", "começou a"],
    &[
        "proibir as taxas de recrutamento pagas pelas trabalhadoras domésticas",
        "dar às crianças migrantes um lugar na escola",
        "emitir documentos de identidade em trinta dias",
        "acabar com a detenção de famílias com crianças",
        "tornar as remessas mais baratas",
        "reconhecer os diplomas de enfermeiras e professores",
        "abrir uma clínica onde ninguém peça papéis",
        "formar os guardas de fronteira em socorro e em direito",
        "publicar dados sobre desaparecidos no deserto",
    ],
    &[
        "porque as dívidas prendem as pessoas durante anos.",
        "para que ninguém volte a dormir na estação.",
        "e o nosso sindicato partilha o que resultou desde o ano passado.",
        "como a associação de trabalhadores regressados pediu três vezes.",
        "porque as mulheres que viajam sozinhas pagam o preço mais alto.",
    ],
];
