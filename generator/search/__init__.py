"""The search index: one box finds a record in whatever language it was asked, from plain files.

**Every file is a function of the records, and one record touches few of them.** So an index brought up to date is, byte
for byte, the index made anew; there is no base with a delta beside it, and nothing ever has to be merged.

- *Analysis hangs on the record alone* (`analyse.py`): its words under their headings, weighted; what it is about; its
  fragment. No rule asks what other records say. A word that begins with a letter which may be a clitic stands under both
  readings.
- *Nothing is renumbered.* Words are referred to by their headings, not by places in a list. Records have numbers with gaps
  (`numbers.py`), in the order of time; a new one rarely moves a neighbour. Browsers reckon a word's rarity themselves.
- *Shards are cut by their content* (`cuts.py`): where a shelf is cut depends on the letters there and on the size since the
  last cut, so a change is felt in one shard, seldom in two. Shards are called by the letters they begin with.
- What stays (`state.py`): of each record its analysis, how often each line of the dictionary is needed, where shards begin.

| file under `search/` | holds |
|---|---|
| `index.z` | the manifest: how many records, where shards begin, what may be taken off a typed word |
| `w/…z` | the dictionary: surfaces and names with what they lead to |
| `p/…z` | postings: for each heading and concept, by language, the records with weights |
| `b/…z`, `back.z` | the dictionary's words backwards, for typing errors at the beginning; where its shards begin |
| `f/NUMBER.z` | what a result shows of a record, and its text for excerpts and phrases |
| `numbers.z`, `facet-….z` | all records' numbers, and for each facet their values |
| `names-LANGUAGE.z` | names of what records have, for the interface |

`update_index` is the one way in: it asks for the records that are not what they were and writes what differs.
"""

from generator.search.holding import Holding, Member, holding_of, member_of
from generator.search.manifest import Shown
from generator.search.update import KEPT, Changed, copy_index, update_index

__all__ = ["KEPT", "Changed", "Holding", "Member", "Shown", "copy_index", "holding_of", "member_of", "update_index"]
