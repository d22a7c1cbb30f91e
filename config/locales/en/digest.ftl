# Digests: what was written, by whom, on what, and how much of it is shown.

digest-heading = { $title }, { $period }
digest-until = until { $date }
digest-contributions =
    { $count ->
        [one] one contribution
       *[other] { $count } contributions
    }
digest-people =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
digest-people-band = { $band } people
# For example: 61 contributions by 34 people, in French, English and Arabic.
digest-counts = { $contributions } by { $people }, in { $languages }.
digest-statement = An automatic reading of what participants wrote. It is not complete, not negotiated, and not the network's view.
digest-counted-only =
    { $count ->
        [one] One of the { $people } is counted, not quoted.
       *[other] { $count } of the { $people } are counted, not quoted.
    }
digest-left-out = Left out: { $reasons }.
digest-left-out-withdrawn = { $count } withdrawn
digest-left-out-hidden = { $count } hidden by moderators
digest-left-out-not-consented = { $count } without consent any more
digest-left-out-duplicate = { $count } the same as others
digest-left-out-unreadable = { $count } in a language that I cannot analyse
digest-nothing = Nothing in this scope is on the record yet. What people write here from now on will stand in the next digest.
digest-too-few = Fewer than { $count } people have written in this scope. A digest of so few could show who they are, so there is none. Ask for a wider one.

digest-key-messages = What came up most
digest-not-heard = Not heard yet: { $who }
digest-not-heard-here = Not heard on this: { $who }
digest-more = Full digest: { $command }
digest-none-published = No digest has been published here yet.
digest-passages =
    { $count ->
        [one] one passage
       *[other] { $count } passages
    }
digest-also-from = from { $who }
digest-campaign-short = { $count } sent the same words
digest-campaign = Sent in the same words by { $count } people; in the order of themes they weigh as one.
digest-also-in = Also in:
digest-in = In:

digest-objective = Objective { $number }: { $label }
digest-objective-short = objective { $number }
digest-round-table = Round table { $number }: { $label }
digest-no-objective = On no objective of the Global Compact
digest-title-foreign = { $about }: { $phrase }
digest-rest = Further points, each made once

# Headings.
digest-kind-good-practice = Progress and good practice
digest-kind-challenge = Challenges and gaps
digest-kind-recommendation = Recommendations
digest-kind-pledge = Pledges
digest-kind-question = Questions
digest-kind-other = Other remarks
# One passage or theme.
digest-one-good-practice = good practice
digest-one-challenge = challenge
digest-one-recommendation = recommendation
digest-one-pledge = pledge
digest-one-question = question
digest-one-other = remark
digest-recommendation-to = recommendation { $addressee }
digest-to-states = to States
digest-to-un = to the United Nations
digest-to-employers = to employers
digest-to-local-authorities = to local authorities
digest-to-civil-society = to civil society
digest-to-parliaments = to parliaments
digest-to-consulates = to consulates
digest-to-media = to the media
digest-level-local = local
digest-level-national = national
digest-level-regional = regional
digest-level-global = global

digest-principles = Principles that run through
digest-questions = Questions still open
digest-unplaced = Outside every theme
digest-unplaced-text =
    { $count ->
        [one] One passage stands alone:
       *[other] { $count } passages stand alone:
    }
digest-for-a-reader =
    { $count ->
        [one] One passage is in a language that I cannot analyse. A person reads it:
       *[other] { $count } passages are in languages that I cannot analyse. A person reads them:
    }

digest-participation = Who took part
digest-attribute-category = Categories
digest-attribute-subregion = Sub-regions
digest-attribute-language = Languages
digest-share = { $label }: { $people }
digest-not-stated = not stated
digest-small-group = With fewer than { $count } people, nothing is said about who they are.

digest-method = How this was made
digest-method-citing = Every line names the passages on which it rests. Quotations are whole sentences as they were written, and only where their authors agreed.
digest-method-count-words = People are counted, or organisations by their submissions: { $one } is 1, { $some } 2 to 4, { $several } 5 to 9, { $many } 10 and more.
digest-method-groups = What is said of a quotation's author fits at least { $count } people here, unless the author agreed to be named. By attribute, people are counted in bands only.
digest-method-excluded = Left out, or not shown twice: { $reasons }.
digest-method-votes = There were no votes, so nothing is said about common ground and differences.
digest-method-version = gcm-talks { $version }; no chance is involved.
digest-excluded-withdrawn = what was withdrawn
digest-excluded-hidden = what moderators hid
digest-excluded-not-consented = what its author no longer consents to
digest-excluded-duplicate = copies of the same text
digest-excluded-unreadable = texts in languages that I cannot analyse (listed for a person to read)
digest-excluded-rehearsal = rehearsals

digest-by-someone = a participant
digest-by-place = { $who }, { $place }
digest-by-organisation = { $organisation }
# The organisation was typed by the author and nobody has confirmed it.
digest-by-claim = someone who writes for { $organisation }

digest-language-en = English
digest-language-fr = French
digest-language-es = Spanish
digest-language-ar = Arabic
digest-language-ru = Russian
digest-language-zh = Chinese
digest-language-pt = Portuguese
digest-language-other = another language ({ $tag })
