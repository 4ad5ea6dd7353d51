from django.contrib import admin
from django.urls import path
from drf_spectacular.views import (
    SpectacularJSONAPIView,
)

from .views import Books, OneBook

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/books", Books.as_view()),
    path(
        "api/v1/books/<int:pk>",
        OneBook.as_view(),
        name="book",
    ),
    # region docs
    # From the extension drf-spectacular;
    # DRF's own generator is deprecated.
    path(
        "openapi.json",
        SpectacularJSONAPIView.as_view(),
    ),
    # endregion
]
