# METADATA
# title: Who is related to whom, and who lives with whom
# description: |
#   Relations as the message tells them: some are read both ways, some one way.
package sharing.derive.family

# Whom the person abuses, as somebody alleges.
victims(relations, person) := {relation.b |
	some relation in relations
	relation.rel == "alleged_abuser_of"
	relation.a == person
}

abusers(relations, person) := {relation.a |
	some relation in relations
	relation.rel == "alleged_abuser_of"
	relation.b == person
}

children(relations, person) := {relation.b |
	some relation in relations
	relation.rel in {"parent_of", "pr_for"}
	relation.a == person
}

parents(relations, person) := {relation.a |
	some relation in relations
	relation.rel in {"parent_of", "pr_for"}
	relation.b == person
}

# Everyone in the person's home, the person included: whoever lives with one of them lives there.
household(relations, person) := graph.reachable(homes(relations), {person}) | {person}

homes(relations) := {person: {other | some relation in living; other := across(relation, person)} |
	living := [relation | some relation in relations; relation.rel == "lives_with"]
	some relation in living
	some person in [relation.a, relation.b]
}

# The other end of a relation that is read both ways.
across(relation, person) := relation.b if {
	relation.a == person
} else := relation.a if {
	relation.b == person
}

nobody_says_where(relations) if {
	every relation in relations { relation.rel != "lives_with" }
}

# The abuser's partners, relatives and associates, but nobody whom that abuser abuses, nor their children.
around(relations, abuser) := near - (abused | {child | some victim in abused; some child in children(relations, victim)}) if {
	abused := victims(relations, abuser)
	near := {other |
		some relation in relations
		relation.rel in data.tables.relations_of_an_abuser
		other := across(relation, abuser)
	}
}

abuser_at_home(relations) if {
	some relation in relations
	relation.rel == "alleged_abuser_of"
	relation.b in household(relations, relation.a)
}
