from django.urls import reverse
from rest_framework import generics

from .models import Book
from .serializers import BookSerializer


# region list
class Books(generics.ListCreateAPIView):
    serializer_class = BookSerializer

    def get_queryset(self):
        books = Book.objects.all()
        query = self.request.query_params
        if "author" in query:
            return books.filter(
                author=query["author"]
            )
        return books
    # endregion

    # region create
    # ListCreateAPIView does the rest:
    # it validates, saves and answers 201.
    def get_success_headers(self, data):
        location = reverse(
            "book", args=[data["id"]]
        )
        return {"Location": location}
    # endregion


# region read-one
class OneBook(generics.RetrieveAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
# endregion


# region errors
# Nothing to write: what breaks a serializer
# is answered with 400, as JSON, with the
# mistakes of each field. An unknown id is 404.
# endregion
