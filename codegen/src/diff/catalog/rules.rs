//! Rules over several parameters.

use super::entries;

entries! {
    RuleAdded as in "rule-added" {
        why: "Requests that break the rule are refused from now on. If the server has always refused them, nobody \
            loses anything.",
        compatible: "Let the server accept such requests for a while, and say in the doc that it will refuse them.",
    }
    RuleRemoved as in "rule-added" reversed {
        why: "Requests that broke the rule are sent now. Nobody has to send any.",
        compatible: "Nothing needs doing. Make sure that the server no longer refuses them.",
    }
    RuleTightened as in "rule-tightened" {
        why: "The rule demands more, or in more cases. Some requests that passed so far are refused from now on.",
        compatible: "Demand it only together with something new, so that older requests still pass.",
    }
    RuleRelaxed as in "rule-tightened" reversed {
        why: "The rule demands less, or in fewer cases. Every request that passed so far still passes.",
        compatible: "Nothing needs doing.",
    }
    RuleChanged as in "rule-changed" {
        why: "The rule refuses other requests than before, and some of them may have passed so far.",
        compatible: "Add what is new as a rule of its own, and see for each of the two what it refuses.",
    }
    RuleRenamed as in "rule-renamed" {
        why: "Nothing is refused that was not refused before. Violations are reported under another id, so \
            programs that look for the old one miss it.",
        compatible: "Keep the id. It is meant to stay, whatever the rule is about.",
    }
    RuleChecked as in "rule-checked" {
        why: "The generated validator refuses before sending what the server refused so far.",
        compatible: "Nothing needs doing. Callers who must send such a request can skip validation.",
    }
    RuleUnchecked as in "rule-checked" reversed {
        why: "Requests that break the rule reach the server. It may refuse them later, or do something else.",
        compatible: "Leave the check to the client where the request alone decides.",
    }
    ServerRuleAdded as in "server-rule-added" {
        why: "The server looks at something that no client can see. Whether it refuses more than before the specs \
            do not say.",
        compatible: "Say in the error table which code such a refusal has, so that callers can react.",
    }
    ServerRuleRemoved as in "server-rule-added" reversed {
        why: "The document no longer mentions what the server looks at. Whether it refuses less the specs do not \
            say.",
        compatible: "Nothing needs doing. Keep the error code in the table while the server may still send it.",
    }
    ServerRuleChanged as in "server-rule-changed" {
        why: "The server looks at something else that no client can see. Whether it refuses more or less the specs \
            do not say.",
        compatible: "Compare both texts, and tell callers what is refused from now on.",
    }
}
