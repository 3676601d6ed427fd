"""The optional reader that asks a language model: any service that speaks as OpenAI's does, near or far.

    prompt      what the model is told, and the shape that its answer must have
    grounding   what of an answer stands in the text; the rest is dropped and counted
    reader      pieces of a page asked one by one, answers kept by text + prompt + model

A model's word is worth nothing by itself: a field is kept only if its quote stands in the text letter for letter and
its value can be read from that quote by the offline reader's own rules. Whatever a document orders, the answer can only
be proposals, and those only of what the document says. A piece that fails loses nothing of the others.
"""

from warifu.proposals.model_reader.reader import ModelReader

__all__ = ["ModelReader"]
